import { defineMail } from "./_components/mail";
import { Action, type OrderFacts, OrderInBrief, type Outcome, Paragraph } from "./_components/parts";

type Told = { order: OrderFacts; earlier: Outcome; outcome: Outcome; toPay: bigint };

/** To the client: the order ended otherwise than was said before. */
export const endingCorrected = defineMail<Told>({
	subject: ({ t }, { order }) => t("endingCorrected.subject", { number: String(order.orderNumber) }),
	heading: ({ t }) => t("endingCorrected.heading"),
	body: (letter, { order, earlier, outcome, toPay }) => {
		const { t, money } = letter;
		const change = { earlier: t(`outcomes.${earlier}`), outcome: t(`outcomes.${outcome}`) };
		return (
			<>
				<Paragraph>{t("endingCorrected.body")}</Paragraph>
				<OrderInBrief
					letter={letter}
					order={order}
					more={[
						[t("facts.outcome"), t("endingCorrected.change", change)],
						[t("facts.toPay"), money(toPay)],
					]}
				/>
				<Action href={letter.link(`/orders/${order.orderId}`)}>{t("actions.seeOrder")}</Action>
			</>
		);
	},
});
