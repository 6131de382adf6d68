import { z } from "zod";
import type { NormalSample } from "../domain/sample";
import { defineScore } from "../domain/step";

const params = z.strictObject({
	/** As how many earlier jobs the expectation of a newcomer counts: nobody is judged by the first job, nobody is buried. */
	priorJobs: z.number().min(0.1).max(100).default(5),
	/** The share of completed jobs that a newcomer is expected to have. */
	priorCompletion: z.number().min(0).max(1).default(0.9),
	/** How much a job of another type counts against one of this type. */
	otherTypes: z.number().min(0).max(1).default(0.5),
	/** The stars that a newcomer is expected to get. */
	priorStars: z.number().min(1).max(5).default(4),
	/** How much of the score the stars are; the rest is the share of completed jobs. */
	starsShare: z.number().min(0).max(1).default(0.25),
});

/**
 * What became of the jobs that a sample had, and what reference samples said of them, smoothed towards what a newcomer
 * is expected to do (a Bayesian average). Cancelled jobs say nothing about a sample.
 */
export const pastResults = defineScore({
	id: "past-results",
	version: 1,
	params,
	values: (candidates, given) =>
		candidates.map(({ sample }) => {
			const { starsShare } = given.params;
			return (1 - starsShare) * completion(sample, given.params) + starsShare * stars(sample, given.params);
		}),
});

type Params = z.output<typeof params>;

function completion({ results }: NormalSample, { priorJobs, priorCompletion, otherTypes }: Params): number {
	const completed = results.sameType.completed + otherTypes * results.otherTypes.completed;
	const failed = results.sameType.failed + otherTypes * results.otherTypes.failed;
	return (completed + priorJobs * priorCompletion) / (completed + failed + priorJobs);
}

/** Five stars are 1, one is 0. */
function stars({ results }: NormalSample, { priorJobs, priorStars }: Params): number {
	const mean = (results.stars.sum + priorJobs * priorStars) / (results.stars.count + priorJobs);
	return (mean - 1) / 4;
}
