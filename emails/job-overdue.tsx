import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; clientName: string; workerName: string };

/** To managers: a started job that should have been finished long ago. */
export const jobOverdue = defineMail<Told>({
	subject: ({ t }, { order }) => t("jobOverdue.subject", { number: String(order.orderNumber) }),
	heading: ({ t }, { order }) => t("jobOverdue.heading", { number: String(order.orderNumber) }),
	body: (letter, { order, clientName, workerName }) => {
		const { t } = letter;
		return (
			<>
				<Paragraph>{t("jobOverdue.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.worker"), workerName],
						[t("facts.client"), clientName],
					]}
				/>
				<Action href={letter.link(`/admin/orders/${order.orderId}`)}>{t("actions.openOffice")}</Action>
			</>
		);
	},
});
