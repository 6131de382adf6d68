import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

/** To a new worker. */
export const workerWelcome = defineMail<Record<never, never>>({
	subject: ({ t }) => t("workerWelcome.subject"),
	heading: ({ t, name }) => t("workerWelcome.heading", { name }),
	body: ({ t, link }) => (
		<>
			<Paragraph>{t("workerWelcome.body")}</Paragraph>
			<Paragraph>{t("workerWelcome.next")}</Paragraph>
			<Action href={link("/jobs")}>{t("actions.openJobs")}</Action>
		</>
	),
});
