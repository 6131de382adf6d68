import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To whoever has applied. */
export const applicationReceived = defineMail<{ token: string }>({
	subject: ({ t }) => t("applicationReceived.subject"),
	heading: ({ t }) => t("applicationReceived.heading"),
	body: ({ t, link }, { token }) => (
		<>
			<Paragraph>{t("applicationReceived.body")}</Paragraph>
			<Paragraph>{t("applicationReceived.next")}</Paragraph>
			<Action href={link(`/application/${token}`)}>{t("actions.seeApplication")}</Action>
			<Paragraph>{t("applicationReceived.link")}</Paragraph>
		</>
	),
});
