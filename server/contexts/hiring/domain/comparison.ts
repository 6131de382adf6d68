import { sampleVariance, sum } from "simple-statistics";

/** How seldom an experiment may claim a difference where there is none: once in twenty, over all arms and all looks. */
export const FALSE_ALARMS = 0.05;

/** Fewer applicants than this say nothing yet, for the arithmetic of intervals holds for larger numbers. */
export const ENOUGH = 20;

/** One applicant: what came about (jobs done, stars, 1 for accepted) out of what could have (jobs, ratings, 1). */
export type Unit = { sum: number; of: number };

/** A share or a mean over applicants, and how uncertain it is. */
export type Estimate = { units: number; value: number; variance: number };

/** The worst and the best that one applicant can be. */
export type Range = { worst: number; best: number };

export type Interval = { low: number; high: number };
export type Verdict = "too-few" | "unclear" | "higher" | "lower";
export type Comparison = { difference: number; interval: Interval | null; verdict: Verdict };

/**
 * A ratio over applicants, such as jobs completed of jobs had. The applicant was drawn, not the job, and one worker's jobs are
 * alike: so the uncertainty is that between applicants (the delta method). It is reckoned as if one more had done as well and
 * one as badly as can be, for a few cats without a single failure do not prove that there is none. Null when nothing came about.
 */
export function estimateOf(units: readonly Unit[], { worst, best }: Range): Estimate | null {
	const counted = units.filter((unit) => unit.of > 0);
	if (counted.length === 0) return null;
	const whole = sum(counted.map((unit) => unit.of));
	const value = sum(counted.map((unit) => unit.sum)) / whole;
	const usual = whole / counted.length;
	const imagined = [worst, best].map((each) => ({ sum: each * usual, of: usual }));
	const rest = [...counted, ...imagined].map((unit) => unit.sum - value * unit.of);
	const variance = (sampleVariance(rest) * rest.length) / (whole + 2 * usual) ** 2;
	return { units: counted.length, value, variance };
}

/**
 * How far around an estimate the truth may lie: a confidence sequence (the mixture sequential test of Robbins), which holds
 * at every look at once. Whoever looks daily and stops as soon as it pleases is wrong with a chance of `alarms` at most, for
 * large numbers. It is tightest for differences about as large as `worth`, which has to be chosen beforehand.
 */
export function halfWidth(variance: number, worth: number, alarms: number): number {
	const prior = worth ** 2;
	return Math.sqrt(
		((variance * (variance + prior)) / prior) * (2 * Math.log(1 / alarms) + Math.log((variance + prior) / variance)),
	);
}

/** The interval around one estimate, or null where too few speak. */
export function intervalOf(estimate: Estimate | null, worth: number, alarms = FALSE_ALARMS): Interval | null {
	if (!estimate || estimate.units < ENOUGH) return null;
	const half = halfWidth(estimate.variance, worth, alarms);
	return { low: estimate.value - half, high: estimate.value + half };
}

/**
 * A variant against the control. With several variants each gets its part of the false alarms (Bonferroni), so that the promise
 * is the whole experiment's.
 */
export function compare(
	control: Estimate | null,
	variant: Estimate | null,
	{ worth, variants }: { worth: number; variants: number },
): Comparison | null {
	if (!control || !variant) return null;
	const difference = variant.value - control.value;
	const variance = control.variance + variant.variance;
	const enough = Math.min(control.units, variant.units) >= ENOUGH;
	const interval = enough
		? intervalOf({ units: ENOUGH, value: difference, variance }, worth, FALSE_ALARMS / variants)
		: null;
	if (!interval) return { difference, interval, verdict: "too-few" };
	const verdict = interval.low > 0 ? "higher" : interval.high < 0 ? "lower" : "unclear";
	return { difference, interval, verdict };
}
