import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the worker: the supplies wait at the warehouse. */
export const kitReady = defineMail<{ order: OrderFacts }>({
	subject: ({ t, dateTime }, { order }) => t("kitReady.subject", { when: dateTime(order.startsAt) }),
	heading: ({ t }) => t("kitReady.heading"),
	body: (letter, { order }) => (
		<>
			<Paragraph>{letter.t("kitReady.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link(`/jobs/${order.orderId}`)}>{letter.t("actions.seeJob")}</Action>
		</>
	),
});
