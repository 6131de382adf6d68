import { jobCompleted } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { recordEnding } from "../commands/record-ending";

export const markUsedOnJobCompleted = reaction({
	id: "supplies/mark-used",
	on: jobCompleted,
	run: ({ ctx, data, step }) => step.run("record", () => recordEnding(ctx, { ...data, completed: true })),
});
