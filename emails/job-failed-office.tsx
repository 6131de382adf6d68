import { defineMail } from "./_components/mail";
import { Action, type FailureReason, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; reason: FailureReason; clientName: string; workerName: string | null };

/** To managers: an order failed. */
export const jobFailedOffice = defineMail<Told>({
	subject: ({ t }, { order, reason }) =>
		t("jobFailedOffice.subject", { number: String(order.orderNumber), reason: t(`reasons.${reason}`) }),
	heading: ({ t }, { order }) => t("jobFailedOffice.heading", { number: String(order.orderNumber) }),
	body: (letter, { order, reason, clientName, workerName }) => {
		const { t } = letter;
		return (
			<>
				<Paragraph>{t("jobFailedOffice.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.reason"), t(`reasons.${reason}`)],
						[t("facts.client"), clientName],
						[t("facts.worker"), workerName],
					]}
				/>
				<Action href={letter.link(`/admin/orders/${order.orderId}`)}>{t("actions.openOffice")}</Action>
			</>
		);
	},
});
