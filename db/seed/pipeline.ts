import type { pipelines } from "@/db/schema/matching-pipelines";
import { actorRef, system } from "@/server/kernel/actor";

/** Version 1 of the chain, with which every installation starts. */
export const firstPipeline: typeof pipelines.$inferInsert = {
	version: 1,
	status: "active",
	steps: [
		{ step: "active", version: 1, params: {}, weight: null },
		{ step: "not-excluded", version: 1, params: {}, weight: null },
		{ step: "available", version: 1, params: {}, weight: null },
		{ step: "free-for-whole-duration", version: 1, params: {}, weight: null },
		{ step: "trait-fit", version: 1, params: {}, weight: 4 },
		{
			step: "past-results",
			version: 1,
			params: { priorJobs: 5, priorCompletion: 0.9, otherTypes: 0.5, priorStars: 4, starsShare: 0.25 },
			weight: 3,
		},
		{ step: "fair-share", version: 1, params: { days: 14 }, weight: 2 },
		{ step: "combine", version: 1, params: { normalise: false }, weight: null },
		{ step: "break-ties", version: 1, params: {}, weight: null },
	],
	author: actorRef(system("installation")),
	createdAt: new Date(0),
};
