import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To a candidate who has taken the last test. */
export const assessmentReceived = defineMail<{ token: string }>({
	subject: ({ t }) => t("assessmentReceived.subject"),
	heading: ({ t, name }) => t("assessmentReceived.heading", { name }),
	body: ({ t, link }, { token }) => (
		<>
			<Paragraph>{t("assessmentReceived.body")}</Paragraph>
			<Action href={link(`/application/${token}`)}>{t("actions.seeApplication")}</Action>
		</>
	),
});
