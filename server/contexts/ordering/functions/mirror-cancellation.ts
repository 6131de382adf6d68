import { jobCancelled } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { mirrorEnding } from "../commands/mirror-ending";

export const mirrorCancellationOnJobCancelled = reaction({
	id: "ordering/mirror-cancellation",
	on: jobCancelled,
	run: ({ ctx, data, step }) =>
		step.run("mirror", () => mirrorEnding(ctx, { ...data, outcome: "cancelled", reason: `by-${data.by}` })),
});
