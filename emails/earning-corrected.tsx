import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, type Outcome, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; earlier: Outcome; outcome: Outcome; reason: string };

/** To the worker: the job ended otherwise than was said before. */
export const earningCorrected = defineMail<Told>({
	subject: ({ t }, { order }) => t("earningCorrected.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("earningCorrected.heading"),
	body: (letter, { order, earlier, outcome, reason }) => {
		const { t } = letter;
		const change = { earlier: t(`outcomes.${earlier}`), outcome: t(`outcomes.${outcome}`) };
		return (
			<>
				<Paragraph>{t("earningCorrected.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.outcome"), t("endingCorrected.change", change)],
						[t("facts.reason"), reason || null],
					]}
				/>
				<Action href={letter.link("/jobs/money")}>{t("actions.seeMoney")}</Action>
			</>
		);
	},
});
