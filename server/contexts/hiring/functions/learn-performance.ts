import type { EventData } from "@/server/events/catalog/_define";
import { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import { orderRated } from "@/server/events/catalog/ordering";
import { reaction, type Step } from "@/server/inngest/define";
import type { Ctx } from "@/server/platform/context";
import { learnEnding } from "../commands/learn-ending";
import { learnRating } from "../commands/learn-rating";

type Ended = Omit<EventData<typeof jobCompleted>, "reportPhotoId">;
type Result = { outcome: "completed" | "failed" | "cancelled"; noShow: boolean };

/** Orders that nobody had been assigned to say nothing of anybody. */
async function learn(ctx: Ctx, step: Step, data: Ended, result: Result): Promise<void> {
	const { orderId, ending, workerId, at } = data;
	if (workerId === null) return;
	await step.run("learn the ending", () =>
		learnEnding(ctx, { orderId, ending, workerId, ...result, endedAt: new Date(at) }),
	);
}

export const learnPerformanceOnCompleted = reaction({
	id: "hiring/learn-performance-on-completed",
	on: jobCompleted,
	run: ({ ctx, data, step }) => learn(ctx, step, data, { outcome: "completed", noShow: false }),
});

export const learnPerformanceOnFailed = reaction({
	id: "hiring/learn-performance-on-failed",
	on: jobFailed,
	run: ({ ctx, data, step }) => learn(ctx, step, data, { outcome: "failed", noShow: data.reason === "no-show" }),
});

export const learnPerformanceOnCancelled = reaction({
	id: "hiring/learn-performance-on-cancelled",
	on: jobCancelled,
	run: ({ ctx, data, step }) => learn(ctx, step, data, { outcome: "cancelled", noShow: false }),
});

/** A manager's ruling has no such reason: who was there after all has not stayed away. */
export const learnPerformanceOnCorrected = reaction({
	id: "hiring/learn-performance-on-corrected",
	on: jobCorrected,
	run: ({ ctx, data, step }) => learn(ctx, step, data, { outcome: data.outcome, noShow: false }),
});

export const learnPerformanceOnRated = reaction({
	id: "hiring/learn-performance-on-rated",
	on: orderRated,
	run: ({ ctx, data: { orderId, workerId, stars }, step }) =>
		step.run("learn the rating", () => learnRating(ctx, { orderId, workerId, stars })),
});
