/** What a job is in. `waiting` for a worker and `scheduled` go back and forth; the last three are endings. */
export const jobStates = ["waiting", "scheduled", "started", "completed", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

export const outcomes = ["completed", "failed", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

export const failures = ["never-staffed", "no-show", "gave-up", "decided-by-manager"] as const;
export type Failure = (typeof failures)[number];

/** What giving a job up now amounts to: another worker takes it, or it fails. */
export const giveUpConsequences = ["released", "failed"] as const;
export type GiveUpConsequence = (typeof giveUpConsequences)[number];

export type Job = { state: JobState; assignment: number | null; startsAt: Date; overdueAt: Date | null };

export const outcomeOf = (state: JobState): Outcome | null => outcomes.find((outcome) => outcome === state) ?? null;

export const hasEnded = (job: Pick<Job, "state">): boolean => outcomeOf(job.state) !== null;

/** Whether the job is, right now, in the hands of that assignment and in that state. A fact about an earlier one is late. */
export const isInHandsOf = (job: Job, assignment: number, state: "scheduled" | "started"): boolean =>
	job.state === state && job.assignment === assignment;

/** How far an order has come, in as much detail as its client needs. */
export type ClientStage = "looking" | "assigned" | "on-the-way" | "under-way" | Outcome;

/** A worker who has collected the kit is as good as on the way. */
export function clientStageOf(state: JobState, kitIssued: boolean): ClientStage {
	if (state === "waiting") return "looking";
	if (state === "scheduled") return kitIssued ? "on-the-way" : "assigned";
	return state === "started" ? "under-way" : state;
}
