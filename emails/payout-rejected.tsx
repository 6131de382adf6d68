import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { number: string; month: string; amount: bigint; reason: string };

/** To the worker: Gold Hat has refused the transfer, and how to mend it. */
export const payoutRejected = defineMail<Told>({
	subject: ({ t, month }, told) => t("payoutRejected.subject", { month: month(told.month) }),
	heading: ({ t }) => t("payoutRejected.heading"),
	body: (letter, told) => (
		<>
			<Paragraph>{letter.t("payoutRejected.body")}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.payout"), told.number],
					[letter.t("facts.amount"), letter.money(told.amount)],
					[letter.t("facts.reason"), told.reason],
				]}
			/>
			<Action href={letter.link("/jobs/money")}>{letter.t("actions.mendAccount")}</Action>
		</>
	),
});
