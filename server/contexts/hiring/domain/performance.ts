import { type Estimate, estimateOf, type Interval, intervalOf } from "./comparison";
import { kinds, type Outcome, outcomes, type Performance, partOf } from "./outcome";

export type AtWork = Exclude<Outcome, "accepted">;
const atWork = outcomes.filter((outcome): outcome is AtWork => outcome !== "accepted");

/** What some workers came to in one outcome, with the interval in which it may lie, where enough of them speak. */
export type Told = { outcome: AtWork; units: number; value: number | null; interval: Interval | null };

export const estimateAtWork = (outcome: AtWork, done: readonly Performance[]): Estimate | null =>
	estimateOf(
		done.map((each) => partOf(outcome, each)),
		kinds[outcome].range,
	);

/** How some workers did, outcome by outcome. */
export const tellOf = (done: readonly Performance[]): Told[] =>
	atWork.map((outcome) => {
		const estimate = estimateAtWork(outcome, done);
		return {
			...{ outcome, units: estimate?.units ?? 0, value: estimate?.value ?? null },
			interval: intervalOf(estimate, kinds[outcome].worth),
		};
	});
