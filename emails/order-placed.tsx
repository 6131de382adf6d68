import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the client: the order has arrived. */
export const orderPlaced = defineMail<{ order: OrderFacts }>({
	subject: ({ t }, { order }) => t("orderPlaced.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("orderPlaced.heading"),
	body: (letter, { order }) => (
		<>
			<Paragraph>{letter.t("orderPlaced.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link(`/orders/${order.orderId}`)}>{letter.t("actions.seeOrder")}</Action>
		</>
	),
});
