import type { EventData } from "@/server/events/catalog/_define";
import type { assessmentAssigned, assessmentSubmitted } from "@/server/events/catalog/hiring-tests";
import type { Ctx } from "@/server/platform/context";
import { linkToken } from "@/server/platform/signed-links";
import { type Queued, queueMessages } from "./queue-messages";

/** Candidates have no account: the event says whom to write to. Who was erased since has no address any more. */
const candidate = ({ name, email, locale }: { name: string; email: string; locale: "en" | "ru" }) => ({
	...{ accountId: null, name, email, locale, active: email !== "" },
});

/** Sends a candidate the link to the tests; more of them, or another link, are another message. */
export function tellOfTests(ctx: Ctx, about: EventData<typeof assessmentAssigned>): Promise<Queued> {
	const { assessmentId, linkVersion, tests, minutes, dueAt } = about;
	const told = { token: linkToken("assessment", assessmentId, linkVersion), tests, minutes, dueAt: new Date(dueAt) };
	return queueMessages(ctx, {
		...{ fact: `assessment.assigned:${assessmentId}:${linkVersion}:${tests}:${dueAt}`, orderId: null },
		about: `application:${about.applicationId}`,
		letters: [{ to: candidate(about), mail: "assessment-assigned", told }],
	});
}

export const tellOfSubmission = (ctx: Ctx, about: EventData<typeof assessmentSubmitted>): Promise<Queued> =>
	queueMessages(ctx, {
		...{ fact: `assessment.submitted:${about.assessmentId}`, orderId: null },
		about: `application:${about.applicationId}`,
		letters: [
			{
				...{ to: candidate(about), mail: "assessment-received" },
				told: { token: linkToken("application", about.applicationId) },
			},
		],
	});
