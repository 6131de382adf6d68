import { gammaln, sum } from "simple-statistics";

/** How seldom a sound experiment may be cried over: once in a hundred, however often one looks. */
export const RATIO_ALARM = 0.01;

/** How closely shares are expected to be what they should: like after so many applicants seen already. */
const PRIOR = 100;

/**
 * The sample-ratio check: how likely such counts are at worst, at any look, if applicants really were shared out as meant.
 * A sequential multinomial test (a Dirichlet mixture around the shares): the chance that this ever falls below p is at most p,
 * however often it is looked at. Zero applicants are no evidence: 1.
 */
export function sampleRatioP(counts: readonly number[], shares: readonly number[]): number {
	const all = sum([...shares]);
	const parts = counts.map((count, arm) => ({ count, share: (shares[arm] ?? 0) / all }));
	const total = sum([...counts]);
	const mixture = sum(parts.map(({ count, share }) => gammaln(PRIOR * share + count) - gammaln(PRIOR * share)));
	const meant = sum(parts.map(({ count, share }) => count * Math.log(share)));
	return Math.min(1, Math.exp(-(gammaln(PRIOR) - gammaln(PRIOR + total) + mixture - meant)));
}
