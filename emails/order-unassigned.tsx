import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the client: the worker gave the order back, another is looked for. */
export const orderUnassigned = defineMail<{ order: OrderFacts }>({
	subject: ({ t }, { order }) => t("orderUnassigned.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("orderUnassigned.heading"),
	body: (letter, { order }) => (
		<>
			<Paragraph>{letter.t("orderUnassigned.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link(`/orders/${order.orderId}`)}>{letter.t("actions.seeOrder")}</Action>
		</>
	),
});
