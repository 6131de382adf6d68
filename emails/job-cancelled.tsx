import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the worker: a job is cancelled. */
export const jobCancelled = defineMail<{ order: OrderFacts }>({
	subject: ({ t, dateTime }, { order }) =>
		t("jobCancelled.subject", { number: String(order.orderNumber), when: dateTime(order.startsAt) }),
	heading: ({ t }) => t("jobCancelled.heading"),
	body: (letter, { order }) => (
		<>
			<Paragraph>{letter.t("jobCancelled.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link(`/jobs/${order.orderId}`)}>{letter.t("actions.seeJob")}</Action>
		</>
	),
});
