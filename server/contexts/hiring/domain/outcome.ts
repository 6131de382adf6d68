import type { Range } from "./comparison";

/** What an experiment is decided by, and replays tell of: the accepted and how they do at work. */
export const outcomes = ["accepted", "completion", "no-shows", "stars"] as const;
export type Outcome = (typeof outcomes)[number];

type Kind = {
	/** The worst and the best that one applicant can come to. */
	range: Range;
	/** How large a difference is worth knowing, unless an experiment says otherwise. */
	worth: number;
	/** Whether more of it is better; of the share accepted neither is. */
	good: "more" | "less" | "neither";
};

export const kinds: Record<Outcome, Kind> = {
	accepted: { range: { worst: 0, best: 1 }, worth: 0.02, good: "neither" },
	completion: { range: { worst: 0, best: 1 }, worth: 0.05, good: "more" },
	"no-shows": { range: { worst: 1, best: 0 }, worth: 0.03, good: "less" },
	stars: { range: { worst: 1, best: 5 }, worth: 0.3, good: "more" },
};

/** How one who was taken has done so far: jobs that ended by the worker's own doing, and what clients said. */
export type Performance = { jobs: number; completed: number; noShows: number; ratings: number; stars: number };

/** An applicant's part in an outcome at work: what came about, out of what could have. */
export function partOf(outcome: Exclude<Outcome, "accepted">, done: Performance): { sum: number; of: number } {
	if (outcome === "stars") return { sum: done.stars, of: done.ratings };
	return { sum: outcome === "completion" ? done.completed : done.noShows, of: done.jobs };
}
