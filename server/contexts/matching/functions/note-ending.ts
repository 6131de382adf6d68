import type { EventData } from "@/server/events/catalog/_define";
import { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import { reaction, type Step } from "@/server/inngest/define";
import type { Ctx } from "@/server/platform/context";
import { noteEnding } from "../commands/note-ending";
import { retryWaiting } from "../commands/retry-waiting";

type Ended = Omit<EventData<typeof jobCompleted>, "reportPhotoId">;
type Outcome = "completed" | "failed" | "cancelled";

/** The order is over for matching, and whoever had it has time for others. */
async function end(ctx: Ctx, step: Step, data: Ended, outcome: Outcome, reason: string | null = null): Promise<void> {
	const { orderId: order, workerId: sample, ending } = data;
	const { freed } = await step.run("end", () =>
		noteEnding(ctx, { order, ending, outcome, reason, sample, at: new Date(data.at) }),
	);
	for (const each of freed) await step.run(`retry for ${each}`, () => retryWaiting(ctx, { sample: each }));
}

export const noteEndingOnCompleted = reaction({
	id: "matching/note-ending-on-completed",
	on: jobCompleted,
	run: ({ ctx, data, step }) => end(ctx, step, data, "completed"),
});

export const noteEndingOnFailed = reaction({
	id: "matching/note-ending-on-failed",
	on: jobFailed,
	run: ({ ctx, data, step }) => end(ctx, step, data, "failed", data.reason),
});

export const noteEndingOnCancelled = reaction({
	id: "matching/note-ending-on-cancelled",
	on: jobCancelled,
	run: ({ ctx, data, step }) => end(ctx, step, data, "cancelled"),
});

export const noteEndingOnCorrected = reaction({
	id: "matching/note-ending-on-corrected",
	on: jobCorrected,
	run: ({ ctx, data, step }) => end(ctx, step, data, data.outcome),
});
