import { defineMail } from "./_components/mail";
import { Action, Facts, Paragraph } from "./_components/parts";

type Told = { payoutId: string; number: string; amount: bigint; workerName: string; reason: string };

/** To managers: a payout came back. */
export const payoutRejectedOffice = defineMail<Told>({
	subject: ({ t }, { number }) => t("payoutRejectedOffice.subject", { number }),
	heading: ({ t }) => t("payoutRejectedOffice.heading"),
	body: (letter, told) => (
		<>
			<Paragraph>{letter.t("payoutRejectedOffice.body")}</Paragraph>
			<Facts
				rows={[
					[letter.t("facts.worker"), told.workerName],
					[letter.t("facts.amount"), letter.money(told.amount)],
					[letter.t("facts.reason"), told.reason],
				]}
			/>
			<Action href={letter.link(`/admin/money/payouts/${told.payoutId}`)}>{letter.t("actions.openOffice")}</Action>
		</>
	),
});
