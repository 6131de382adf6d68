import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { number: string; month: string; amount: bigint };

/** To the worker: the month is paid. */
export const payoutPaid = defineMail<Told>({
	subject: ({ t, money, month }, told) =>
		t("payoutPaid.subject", { amount: money(told.amount), month: month(told.month) }),
	heading: ({ t }) => t("payoutPaid.heading"),
	body: (letter, told) => (
		<>
			<Paragraph>{letter.t("payoutPaid.body")}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.payout"), told.number],
					[letter.t("facts.month"), letter.month(told.month)],
					[letter.t("facts.amount"), letter.money(told.amount)],
				]}
			/>
			<Action href={letter.link("/jobs/money")}>{letter.t("actions.seeMoney")}</Action>
		</>
	),
});
