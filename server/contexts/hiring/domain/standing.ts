import type { Score } from "./score";

/** Where a total stands among those of its cohort, which it is part of itself. */
export type Standing = {
	size: number;
	/** How many did better. */
	above: number;
	/** How many did exactly as well, with this one. */
	equal: number;
};

/** Counts where a total stands. The cohort holds the total itself. */
export function standingIn(cohort: readonly Score[], total: Score): Standing {
	let above = 0;
	let equal = 0;
	for (const other of cohort) {
		if (other > total) above += 1;
		else if (other === total) equal += 1;
	}
	return { size: cohort.length, above, equal };
}

/**
 * The percentile, in hundredths: the share of the cohort that did worse, and half of those who did as well. So the middle
 * of any cohort is 50, everybody alike is 50, and none is ever 0 or 100.
 */
export function percentileOf({ size, above, equal }: Standing): number {
	return Math.round((10_000 * (size - above - equal + equal / 2)) / size);
}

/**
 * Whether a total is among the best so many per cent: fewer than that did better. Equals are never told apart, so the best
 * 3 % of 100 are three, or more when the third has equals; and somebody is always the best.
 */
export const isAmongBest = ({ size, above }: Standing, percent: number): boolean => above * 100 < percent * size;
