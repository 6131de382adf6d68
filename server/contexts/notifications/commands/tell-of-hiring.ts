import type { News } from "@/emails";
import type { EventData } from "@/server/events/catalog/_define";
import type {
	applicationSubmitted,
	applicationWithdrawn,
	candidateContacted,
	candidateRejected,
	reminderDue,
} from "@/server/events/catalog/hiring-applications";
import type { Ctx } from "@/server/platform/context";
import { linkToken } from "@/server/platform/signed-links";
import { findAccount } from "../queries/find-facts";
import { type Queued, queueMessages } from "./queue-messages";

type Candidate = { applicationId: string; name: string; email: string; locale: "en" | "ru" };

/** Candidates have no account: the event says whom to write to. Who was erased since has no address any more. */
const toCandidate = (ctx: Ctx, fact: string, candidate: Candidate, news: News): Promise<Queued> => {
	const { applicationId, name, email, locale } = candidate;
	const to = { accountId: null, name, email, locale, active: email !== "" };
	return queueMessages(ctx, { fact, orderId: null, about: `application:${applicationId}`, letters: [{ ...news, to }] });
};

/** The link under which the candidate finds the application. */
const linked = ({ applicationId }: { applicationId: string }) => ({ token: linkToken("application", applicationId) });

/** Confirms that an application has come in. */
export const tellOfApplication = (ctx: Ctx, about: EventData<typeof applicationSubmitted>): Promise<Queued> =>
	toCandidate(ctx, `application.submitted:${about.applicationId}`, about, {
		...{ mail: "application-received", told: linked(about) },
	});

export const tellOfContact = (ctx: Ctx, about: EventData<typeof candidateContacted>): Promise<Queued> =>
	toCandidate(ctx, `candidate.contacted:${about.applicationId}`, about, {
		...{ mail: "candidate-contacted", told: linked(about) },
	});

/** A kind mail, unless the application is nobody's or somebody's second one. */
export const tellOfTurningDown = async (ctx: Ctx, about: EventData<typeof candidateRejected>): Promise<Queued> => {
	if (!about.told) return { messageIds: [] };
	const fact = `candidate.rejected:${about.applicationId}:${about.at}`;
	return toCandidate(ctx, fact, about, { mail: "candidate-rejected", told: linked(about) });
};

export const tellOfWithdrawal = (ctx: Ctx, about: EventData<typeof applicationWithdrawn>): Promise<Queued> =>
	toCandidate(ctx, `application.withdrawn:${about.applicationId}:${about.at}`, about, {
		...{ mail: "application-withdrawn", told: linked(about) },
	});

/** Reminds the manager who wanted to be. */
export async function tellOfReminder(ctx: Ctx, about: EventData<typeof reminderDue>): Promise<Queued> {
	const { reminderId, applicationId, accountId, name: candidate, words } = about;
	const to = await findAccount(ctx, accountId);
	return queueMessages(ctx, {
		...{ fact: `candidate.reminder:${reminderId}`, orderId: null },
		letters: [{ to, mail: "candidate-reminder-office", told: { applicationId, candidate, words } }],
	});
}
