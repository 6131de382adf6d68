import { jobFailed } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { recordEnding } from "../commands/record-ending";

export const returnFailedKitOnJobFailed = reaction({
	id: "supplies/return-failed-kit",
	on: jobFailed,
	run: ({ ctx, data, step }) => step.run("record", () => recordEnding(ctx, { ...data, completed: false })),
});
