import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the client: the order could not be cancelled any more. */
export const cancellationRefused = defineMail<{ order: OrderFacts; why: "already-started" | "already-ended" }>({
	subject: ({ t }, { order }) => t("cancellationRefused.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("cancellationRefused.heading"),
	body: (letter, { order, why }) => (
		<>
			<Paragraph>{letter.t(`cancellationRefused.${why}`)}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link(`/orders/${order.orderId}`)}>{letter.t("actions.seeOrder")}</Action>
		</>
	),
});
