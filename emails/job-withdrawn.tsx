import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

/** To the worker: a manager gave the job to somebody else. */
export const jobWithdrawn = defineMail<{ order: OrderFacts }>({
	subject: ({ t, locale, dateTime }, { order }) =>
		t("jobWithdrawn.subject", { service: order.serviceName[locale], when: dateTime(order.startsAt) }),
	heading: ({ t }) => t("jobWithdrawn.heading"),
	body: (letter, { order }) => (
		<>
			<Paragraph>{letter.t("jobWithdrawn.body")}</Paragraph>
			<OrderInBrief letter={letter} order={order} />
			<Action href={letter.link("/jobs")}>{letter.t("actions.openJobs")}</Action>
		</>
	),
});
