import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; by: "client" | "manager"; toPay: bigint };

/** To the client: the order is cancelled, and what it costs. */
export const orderCancelled = defineMail<Told>({
	subject: ({ t }, { order }) => t("orderCancelled.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("orderCancelled.heading"),
	body: (letter, { order, by, toPay }) => {
		const { t, money } = letter;
		return (
			<>
				<Paragraph>{by === "client" ? t("orderCancelled.byClient") : t("orderCancelled.byManager")}</Paragraph>
				<OrderInBrief letter={letter} order={order} />
				<Paragraph>
					{toPay > 0n ? t("orderCancelled.pays", { price: money(toPay) }) : t("orderCancelled.free")}
				</Paragraph>
				<Action href={letter.link(`/orders/${order.orderId}`)}>{t("actions.seeOrder")}</Action>
			</>
		);
	},
});
