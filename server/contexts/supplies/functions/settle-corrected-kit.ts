import { jobCorrected } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { recordEnding } from "../commands/record-ending";

export const settleCorrectedKitOnJobCorrected = reaction({
	id: "supplies/settle-corrected-kit",
	on: jobCorrected,
	run({ ctx, data, step }) {
		const completed = data.outcome === "completed" || data.earlier === "completed";
		return step.run("record", () => recordEnding(ctx, { ...data, completed }));
	},
});
