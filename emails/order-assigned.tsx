import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; workerName: string; price: bigint; discountPercent: number };

/** To the client: who comes, and the price that is fixed with it. */
export const orderAssigned = defineMail<Told>({
	subject: ({ t, dateTime }, { order, workerName }) =>
		t("orderAssigned.subject", {
			number: String(order.orderNumber),
			worker: workerName,
			when: dateTime(order.startsAt),
		}),
	heading: ({ t }, { workerName }) => t("orderAssigned.heading", { worker: workerName }),
	body: (letter, { order, workerName, price, discountPercent }) => {
		const { t, money, percent } = letter;
		const priceWords =
			discountPercent > 0
				? t("orderAssigned.priceWithDiscount", { price: money(price), discount: percent(discountPercent) })
				: money(price);
		return (
			<>
				<Paragraph>{t("orderAssigned.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.worker"), workerName],
						[t("facts.price"), priceWords],
					]}
				/>
				<Action href={letter.link(`/orders/${order.orderId}`)}>{t("actions.seeOrder")}</Action>
			</>
		);
	},
});
