import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To a candidate with whom a manager has spoken. */
export const candidateContacted = defineMail<{ token: string }>({
	subject: ({ t }) => t("candidateContacted.subject"),
	heading: ({ t }) => t("candidateContacted.heading"),
	body: ({ t, link }, { token }) => (
		<>
			<Paragraph>{t("candidateContacted.body")}</Paragraph>
			<Action href={link(`/application/${token}`)}>{t("actions.seeApplication")}</Action>
		</>
	),
});
