import { jobCompleted } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { mirrorEnding } from "../commands/mirror-ending";

export const mirrorCompletionOnJobCompleted = reaction({
	id: "ordering/mirror-completion",
	on: jobCompleted,
	run: ({ ctx, data, step }) =>
		step.run("mirror", () => mirrorEnding(ctx, { ...data, outcome: "completed", reason: null })),
});
