import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint; by: "card" | "transfer" };

/** To the client: an invoice is paid. */
export const invoicePaid = defineMail<Told>({
	subject: ({ t, money }, { number, amount }) => t("invoicePaid.subject", { number, amount: money(amount) }),
	heading: ({ t }) => t("invoicePaid.heading"),
	body: (letter, { invoiceId, number, amount, by }) => (
		<>
			<Paragraph>{letter.t(`invoicePaid.${by}`, { number })}</Paragraph>
			<Facts rows={[[letter.t("facts.paid"), letter.money(amount)]]} />
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.seeInvoice")}</Action>
		</>
	),
});
