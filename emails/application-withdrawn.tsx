import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To a candidate who does not want the work any more. */
export const applicationWithdrawn = defineMail<{ token: string }>({
	subject: ({ t }) => t("applicationWithdrawn.subject"),
	heading: ({ t }) => t("applicationWithdrawn.heading"),
	body: ({ t, link }, { token }) => (
		<>
			<Paragraph>{t("applicationWithdrawn.body")}</Paragraph>
			<Action href={link(`/application/${token}`)}>{t("actions.seeApplication")}</Action>
		</>
	),
});
