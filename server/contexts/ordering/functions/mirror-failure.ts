import { jobFailed } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { mirrorEnding } from "../commands/mirror-ending";

export const mirrorFailureOnJobFailed = reaction({
	id: "ordering/mirror-failure",
	on: jobFailed,
	run: ({ ctx, data, step }) => step.run("mirror", () => mirrorEnding(ctx, { ...data, outcome: "failed" })),
});
