import { jobCorrected } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { correctEnding } from "../commands/correct-ending";
import { endingFrom } from "../domain/ending";

export const correctEndingOnCorrected = reaction({
	id: "billing/correct-ending",
	on: jobCorrected,
	run: ({ ctx, data, step }) =>
		step.run("correct", () =>
			correctEnding(ctx, {
				ending: { ...endingFrom(data), outcome: data.outcome, reason: "corrected", words: data.reason },
				earlier: data.earlier,
			}),
		),
});
