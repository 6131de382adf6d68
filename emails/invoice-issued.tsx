import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; total: bigint; lineCount: number };

/** To the client: the week is closed, this is what it comes to. */
export const invoiceIssued = defineMail<Told>({
	subject: ({ t, money }, { number, total }) => t("invoiceIssued.subject", { number, total: money(total) }),
	heading: ({ t }, { number }) => t("invoiceIssued.heading", { number }),
	body: (letter, { invoiceId, total, lineCount }) => (
		<>
			<Paragraph>{letter.t("invoiceIssued.body", { count: lineCount })}</Paragraph>
			<Facts rows={[[letter.t("facts.toPay"), letter.money(total)]]} />
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.seeInvoice")}</Action>
		</>
	),
});
