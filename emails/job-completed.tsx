import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the client: the work is done, what it costs, and how was it? */
export const jobCompleted = defineMail<{ order: OrderFacts; toPay: bigint }>({
	subject: ({ t }, { order }) => t("jobCompleted.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("jobCompleted.heading"),
	body: (letter, { order, toPay }) => (
		<>
			<Paragraph>{letter.t("jobCompleted.body", { price: letter.money(toPay) })}</Paragraph>
			<OrderInBrief letter={letter} order={order} more={[[letter.t("facts.toPay"), letter.money(toPay)]]} />
			<Paragraph>{letter.t("jobCompleted.rate")}</Paragraph>
			<Action href={letter.link(`/orders/${order.orderId}`)}>{letter.t("actions.rate")}</Action>
		</>
	),
});
