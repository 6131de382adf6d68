import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { amount: bigint; reason: string };

/** To the worker: a manager has given something extra. */
export const bonusGranted = defineMail<Told>({
	subject: ({ t, money }, { amount }) => t("bonusGranted.subject", { amount: money(amount) }),
	heading: ({ t }) => t("bonusGranted.heading"),
	body: (letter, { amount, reason }) => (
		<>
			<Paragraph>{letter.t("bonusGranted.body")}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.bonus"), letter.money(amount)],
					[letter.t("facts.reason"), reason],
				]}
			/>
			<Action href={letter.link("/jobs/money")}>{letter.t("actions.seeMoney")}</Action>
		</>
	),
});
