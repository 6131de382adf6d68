import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To the manager who wanted to be reminded of a candidate. */
export const candidateReminderOffice = defineMail<{ applicationId: string; candidate: string; words: string }>({
	subject: ({ t }, { candidate }) => t("candidateReminderOffice.subject", { candidate }),
	heading: ({ t }, { candidate }) => t("candidateReminderOffice.heading", { candidate }),
	body: ({ t, link }, { applicationId, words }) => (
		<>
			<Paragraph>{words}</Paragraph>
			<Action href={link(`/admin/hiring/candidates/${applicationId}`)}>{t("actions.openCandidate")}</Action>
		</>
	),
});
