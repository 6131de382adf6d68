import { jobCancelled, jobCompleted, jobFailed } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { postEnding } from "../commands/post-ending";
import { endingFrom } from "../domain/ending";

export const postEndingOnCompleted = reaction({
	id: "billing/post-ending-on-completed",
	on: jobCompleted,
	run: ({ ctx, data, step }) =>
		step.run("post", () => postEnding(ctx, { ...endingFrom(data), outcome: "completed", reason: "done", words: "" })),
});

export const postEndingOnFailed = reaction({
	id: "billing/post-ending-on-failed",
	on: jobFailed,
	run: ({ ctx, data, step }) =>
		step.run("post", () =>
			postEnding(ctx, { ...endingFrom(data), outcome: "failed", reason: data.reason, words: data.words }),
		),
});

export const postEndingOnCancelled = reaction({
	id: "billing/post-ending-on-cancelled",
	on: jobCancelled,
	run: ({ ctx, data, step }) =>
		step.run("post", () =>
			postEnding(ctx, {
				...endingFrom(data),
				outcome: "cancelled",
				reason: `cancelled-by-${data.by}`,
				words: data.reason,
			}),
		),
});
