import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the worker: a new job. */
export const jobAssigned = defineMail<{ order: OrderFacts; share: bigint }>({
	subject: ({ t, locale, dateTime }, { order }) =>
		t("jobAssigned.subject", { service: order.serviceName[locale], when: dateTime(order.startsAt) }),
	heading: ({ t }) => t("jobAssigned.heading"),
	body: (letter, { order, share }) => (
		<>
			<Paragraph>{letter.t("jobAssigned.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} more={[[letter.t("facts.earnings"), letter.money(share)]]} />
			<Action href={letter.link(`/jobs/${order.orderId}`)}>{letter.t("actions.seeJob")}</Action>
		</>
	),
});
