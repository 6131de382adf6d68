import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To a candidate who is not taken. The reason is for the office. */
export const candidateRejected = defineMail<{ token: string }>({
	subject: ({ t }) => t("candidateRejected.subject"),
	heading: ({ t }) => t("candidateRejected.heading"),
	body: ({ t, link }, { token }) => (
		<>
			<Paragraph>{t("candidateRejected.body")}</Paragraph>
			<Paragraph>{t("candidateRejected.again")}</Paragraph>
			<Action href={link(`/application/${token}`)}>{t("actions.seeApplication")}</Action>
		</>
	),
});
