import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint; why?: "charged-back" | "not-received" };

/** To the client: no new orders until this is paid, and how to pay it. */
export const invoiceOverdue = defineMail<Told>({
	subject: ({ t, money }, { number, amount }) => t("invoiceOverdue.subject", { number, amount: money(amount) }),
	heading: ({ t }, { number }) => t("invoiceOverdue.heading", { number }),
	body: (letter, { invoiceId, amount, why }) => (
		<>
			{why && <Paragraph>{letter.t(`invoiceOverdue.again.${why}`)}</Paragraph>}
			<Paragraph>{letter.t(why ? "invoiceOverdue.blocked" : "invoiceOverdue.body")}</Paragraph>
			<Facts rows={[[letter.t("facts.toPay"), letter.money(amount)]]} />
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.payInvoice")}</Action>
		</>
	),
});
