import { defineMail } from "./_components/mail";
import { Action, type FailureReason, type OrderFacts, OrderInBrief, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; reason: FailureReason; penalty: bigint };

/** To the worker: the job failed, and what that costs. */
export const jobPenalty = defineMail<Told>({
	subject: ({ t, money }, { order, penalty }) =>
		t("jobPenalty.subject", { number: String(order.orderNumber), penalty: money(penalty) }),
	heading: ({ t }) => t("jobPenalty.heading"),
	body: (letter, { order, reason, penalty }) => {
		const { t, money } = letter;
		return (
			<>
				<Paragraph>{t("jobPenalty.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.reason"), t(`reasons.${reason}`)],
						[t("facts.penalty"), money(penalty)],
					]}
				/>
				<Action href={letter.link("/jobs/money")}>{t("actions.seeMoney")}</Action>
			</>
		);
	},
});
