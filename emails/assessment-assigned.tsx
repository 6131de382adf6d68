import { defineMail } from "./_components/mail";
import { Action, Paragraph } from "./_components/parts";

type Told = { token: string; tests: number; minutes: number; dueAt: Date };

/** To a candidate who is asked to take tests. */
export const assessmentAssigned = defineMail<Told>({
	subject: ({ t }) => t("assessmentAssigned.subject"),
	heading: ({ t, name }) => t("assessmentAssigned.heading", { name }),
	body: ({ t, link, dateTime }, { token, tests, minutes, dueAt }) => (
		<>
			<Paragraph>{t("assessmentAssigned.body", { tests, minutes })}</Paragraph>
			<Paragraph>{t("assessmentAssigned.due", { due: dateTime(dueAt) })}</Paragraph>
			<Action href={link(`/assessment/${token}`)}>{t("actions.takeTests")}</Action>
			<Paragraph>{t("assessmentAssigned.secret")}</Paragraph>
		</>
	),
});
