import { defineMail } from "./_components/mail";
import { Action, type FailureReason, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the client: the order failed, what it costs, and how to place it again. */
export const jobFailed = defineMail<{ order: OrderFacts; reason: FailureReason; toPay: bigint }>({
	subject: ({ t }, { order }) => t("jobFailed.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("jobFailed.heading"),
	body: (letter, { order, reason, toPay }) => {
		const { t, money } = letter;
		return (
			<>
				<Paragraph>{t("jobFailed.again")}</Paragraph>
				<OrderInBrief letter={letter} order={order} more={[[t("facts.reason"), t(`reasons.${reason}`)]]} />
				<Action href={letter.link(`/orders/${order.orderId}`)}>{t("actions.orderAgain")}</Action>
				<Paragraph>{toPay > 0n ? t("jobFailed.pays", { price: money(toPay) }) : t("jobFailed.free")}</Paragraph>
			</>
		);
	},
});
