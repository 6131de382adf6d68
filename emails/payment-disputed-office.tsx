import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint };

/** To the managers: a client's bank demands a payment back, and there is not much time to answer. */
export const paymentDisputedOffice = defineMail<Told>({
	subject: ({ t, money }, { number, amount }) => t("paymentDisputedOffice.subject", { number, amount: money(amount) }),
	heading: ({ t }) => t("paymentDisputedOffice.heading"),
	body: (letter, { invoiceId, number, amount }) => (
		<>
			<Paragraph>{letter.t("paymentDisputedOffice.body", { number })}</Paragraph>
			<Facts rows={[[letter.t("facts.paid"), letter.money(amount)]]} />
			<Action href={letter.link(`/admin/money/invoices/${invoiceId}`)}>{letter.t("actions.openOffice")}</Action>
		</>
	),
});
