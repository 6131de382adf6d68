import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; reason: "nobody-in-pool" | "nobody-suits" | "everybody-booked" };

/** To managers: an order that nobody can take yet. */
export const orderWaiting = defineMail<Told>({
	subject: ({ t }, { order }) => t("orderWaiting.subject", { number: String(order.orderNumber) }),
	heading: ({ t }, { order }) => t("orderWaiting.heading", { number: String(order.orderNumber) }),
	body: (letter, { order, reason }) => (
		<>
			<Paragraph>{letter.t("orderWaiting.body")}</Paragraph>
			<OrderInBrief
				letter={letter}
				order={order}
				more={[[letter.t("facts.reason"), letter.t(`orderWaiting.reasons.${reason}`)]]}
			/>
			<Action href={letter.link(`/admin/orders/${order.orderId}`)}>{letter.t("actions.openOffice")}</Action>
		</>
	),
});
