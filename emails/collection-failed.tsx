import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { invoiceId: string; number: string; amount: bigint; nextAt: Date };

/** To the client: the card was refused, and is tried again. */
export const collectionFailed = defineMail<Told>({
	subject: ({ t }, { number }) => t("collectionFailed.subject", { number }),
	heading: ({ t }) => t("collectionFailed.heading"),
	body: (letter, { invoiceId, number, amount, nextAt }) => (
		<>
			<Paragraph>{letter.t("collectionFailed.body", { number })}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.toPay"), letter.money(amount)],
					[letter.t("facts.nextTry"), letter.dateTime(nextAt)],
				]}
			/>
			<Paragraph>{letter.t("collectionFailed.wayOut")}</Paragraph>
			<Action href={letter.link(`/billing/invoices/${invoiceId}`)}>{letter.t("actions.payInvoice")}</Action>
		</>
	),
});
