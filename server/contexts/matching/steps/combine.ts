import { z } from "zod";
import { type Candidate, defineReduce, valueNamed } from "../domain/step";

/**
 * Adds the scores up by their weights into a total from 0 to 1. With `normalise` each score is first stretched so that the best
 * candidate has 1 and the worst 0; a score in which all are alike then decides nothing.
 */
export const combine = defineReduce({
	id: "combine",
	version: 1,
	params: z.strictObject({ normalise: z.boolean().default(false) }),
	needs: ["score"],
	gives: "total",
	values: (candidates, { params, scores }) => {
		const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
		const columns = scores.map(({ step, weight }) => ({ weight, read: reader(candidates, step, params.normalise) }));
		return candidates.map(
			(candidate) => columns.reduce((sum, { weight, read }) => sum + weight * read(candidate), 0) / weights,
		);
	},
});

function reader(candidates: readonly Candidate[], step: string, normalise: boolean): (candidate: Candidate) => number {
	if (!normalise) return (candidate) => valueNamed(candidate, step);
	let least = Number.POSITIVE_INFINITY;
	let most = Number.NEGATIVE_INFINITY;
	for (const candidate of candidates) {
		least = Math.min(least, valueNamed(candidate, step));
		most = Math.max(most, valueNamed(candidate, step));
	}
	const width = most - least;
	return (candidate) => (width === 0 ? 0 : (valueNamed(candidate, step) - least) / width);
}
