import { after, minutes } from "@/server/kernel/clock";
import { type GiveUpConsequence, hasEnded, isInHandsOf, type Job, type Outcome, outcomeOf, outcomes } from "./job";

type Graces = {
	checkInEarlyMinutes: number;
	noShowGraceMinutes: number;
	giveUpFreeMinutes: number;
	overdueAlertMinutes: number;
};

/** The moments that an assignment lives by. */
export type Terms = { checkInFrom: Date; noShowAt: Date; giveUpFreeUntil: Date; overdueAlertAt: Date };

/**
 * The moments of an assignment under the policy in force when it is made. They are kept with it: what a worker was told
 * does not move when a policy changes.
 */
export const termsOf = (job: { startsAt: Date; durationMinutes: number }, graces: Graces): Terms => ({
	checkInFrom: after(job.startsAt, -minutes(graces.checkInEarlyMinutes)),
	noShowAt: after(job.startsAt, minutes(graces.noShowGraceMinutes)),
	giveUpFreeUntil: after(job.startsAt, -minutes(graces.giveUpFreeMinutes)),
	overdueAlertAt: after(job.startsAt, minutes(job.durationMinutes + graces.overdueAlertMinutes)),
});

/** Nobody can be given a job whose time has come: it has never been staffed. */
export const isTooLateToStaff = (job: Pick<Job, "startsAt">, now: Date): boolean => now >= job.startsAt;

export const neverStaffed = (job: Job, now: Date): boolean => job.state === "waiting" && isTooLateToStaff(job, now);

/** An assignment is heard of too late when the job is past needing it or a newer one is known. */
export const assignmentComesLate = (job: Job, newestKnown: number, number: number): boolean =>
	job.state === "started" || hasEnded(job) || number <= newestKnown;

/** There is no last moment: until the no-show is decided, a late worker may still come. */
export const mayCheckInAt = (terms: Pick<Terms, "checkInFrom">, now: Date): boolean => now >= terms.checkInFrom;

/** A worker starts with the kit, unless a manager has said otherwise. */
export const isEquipped = (kitIssued: boolean, withoutKitReason: string | null): boolean =>
	kitIssued || withoutKitReason !== null;

/** */
export const isNoShow = (job: Job, assignment: number, terms: Pick<Terms, "noShowAt">, now: Date): boolean =>
	isInHandsOf(job, assignment, "scheduled") && now >= terms.noShowAt;

/** Early enough, and not begun: somebody else can take it. */
export const givingUpMeans = (job: Job, terms: Pick<Terms, "giveUpFreeUntil">, now: Date): GiveUpConsequence =>
	job.state === "scheduled" && now <= terms.giveUpFreeUntil ? "released" : "failed";

export const isOverdue = (job: Job, assignment: number, terms: Pick<Terms, "overdueAlertAt">, now: Date): boolean =>
	isInHandsOf(job, assignment, "started") && now >= terms.overdueAlertAt && job.overdueAt === null;

/** Why an order can't be cancelled, or null when it can: by the client before the start, by a manager until the end. */
export function whyNotCancelled(job: Job, by: "client" | "manager"): "already-started" | "already-ended" | null {
	if (hasEnded(job)) return "already-ended";
	return by === "client" && job.state === "started" ? "already-started" : null;
}

export type WhyNotReplaced =
	| "already-started"
	| "already-ended"
	| "kit-issued"
	| "time-has-come"
	| "not-theirs-any-more";

/** Why a job can't be given to somebody else any more, or null when it can: until the kit is handed out, and while there is time. */
export function whyNotReplaced(
	job: Job,
	{ isTheirs, kitIssued }: { isTheirs: boolean; kitIssued: boolean },
	now: Date,
): WhyNotReplaced | null {
	if (hasEnded(job)) return "already-ended";
	if (!isTheirs) return "not-theirs-any-more";
	if (job.state === "started") return "already-started";
	if (kitIssued) return "kit-issued";
	return isTooLateToStaff(job, now) ? "time-has-come" : null;
}

/** What a job's ending can be corrected to: what it is not, and nobody completes what nobody was assigned to. */
export function possibleCorrections(job: Job): Outcome[] {
	const inForce = outcomeOf(job.state);
	if (inForce === null) return [];
	return outcomes.filter((outcome) => outcome !== inForce && (outcome !== "completed" || job.assignment !== null));
}

/** What a manager may do with a job as it is. */
export const overridesOf = (job: Job) => ({
	allowStartWithoutKit: job.state === "scheduled",
	complete: job.state === "started",
	fail: !hasEnded(job),
	corrections: possibleCorrections(job),
});
