import { z } from "zod";
import { days } from "@/server/kernel/clock";
import { JOBS_HORIZON_DAYS } from "../domain/sample";
import { defineScore } from "../domain/step";

/**
 * Spreads the work: 1 for who has no job in the days around the order, 0 for who has the most of all candidates, and between
 * them in proportion.
 */
export const fairShare = defineScore({
	id: "fair-share",
	version: 1,
	params: z.strictObject({ days: z.int().min(1).max(JOBS_HORIZON_DAYS).default(14) }),
	values: (candidates, { demand, params }) => {
		const around = days(params.days);
		const beginning = demand.during.from.getTime();
		const counts = candidates.map(
			({ sample }) => sample.jobs.filter((job) => Math.abs(job.getTime() - beginning) <= around).length,
		);
		const most = counts.reduce((max, count) => Math.max(max, count), 0);
		return counts.map((count) => (most === 0 ? 1 : 1 - count / most));
	},
});
