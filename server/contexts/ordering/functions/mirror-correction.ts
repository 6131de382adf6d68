import { jobCorrected } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { mirrorEnding } from "../commands/mirror-ending";

/** The words of a correction are for the office; what the client sees is the new outcome. */
export const mirrorCorrectionOnJobCorrected = reaction({
	id: "ordering/mirror-correction",
	on: jobCorrected,
	run: ({ ctx, data, step }) => step.run("mirror", () => mirrorEnding(ctx, { ...data, reason: "corrected" })),
});
