import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = {
	orderId: string;
	orderNumber: number;
	amount: bigint;
	reason: string;
	way: "invoice" | "refund" | "next";
	/** The invoice that is lowered, or of which something goes back. */
	invoice: { invoiceId: string; number: string } | null;
};

/** To the client: a charge, or a part of it, was waived, why, and where it shows. */
export const chargeWaived = defineMail<Told>({
	subject: ({ t, money }, { orderNumber, amount }) =>
		t("chargeWaived.subject", { number: String(orderNumber), amount: money(amount) }),
	heading: ({ t }) => t("chargeWaived.heading"),
	body: (letter, { orderId, orderNumber, amount, reason, way, invoice }) => (
		<>
			<Paragraph>{letter.t(`chargeWaived.${way}`, { number: invoice?.number ?? "" })}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.order"), String(orderNumber)],
					[letter.t("facts.amount"), letter.money(amount)],
					[letter.t("facts.reason"), reason],
				]}
			/>
			{invoice ? (
				<Action href={letter.link(`/billing/invoices/${invoice.invoiceId}`)}>{letter.t("actions.seeInvoice")}</Action>
			) : (
				<Action href={letter.link(`/orders/${orderId}`)}>{letter.t("actions.seeOrder")}</Action>
			)}
		</>
	),
});
