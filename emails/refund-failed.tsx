import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint; by: "card" | "transfer" };

/** To the client: what was waived could not be given back, so it lowers the next invoice. */
export const refundFailed = defineMail<Told>({
	subject: ({ t, money }, { number, amount }) => t("refundFailed.subject", { number, amount: money(amount) }),
	heading: ({ t }) => t("refundFailed.heading"),
	body: (letter, { invoiceId, number, amount, by }) => (
		<>
			<Paragraph>{letter.t(`refundFailed.${by}`, { number })}</Paragraph>
			<Paragraph>{letter.t("refundFailed.next")}</Paragraph>
			<Facts rows={[[letter.t("facts.amount"), letter.money(amount)]]} />
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.seeInvoice")}</Action>
		</>
	),
});
