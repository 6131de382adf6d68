import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint; by: "card" | "transfer" };

/** To the client: what was waived of a paid invoice was given back. */
export const refundPaid = defineMail<Told>({
	subject: ({ t, money }, { number, amount }) => t("refundPaid.subject", { number, amount: money(amount) }),
	heading: ({ t }) => t("refundPaid.heading"),
	body: (letter, { invoiceId, number, amount, by }) => (
		<>
			<Paragraph>{letter.t(`refundPaid.${by}`, { number })}</Paragraph>
			<Facts rows={[[letter.t("facts.givenBack"), letter.money(amount)]]} />
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.seeInvoice")}</Action>
		</>
	),
});
