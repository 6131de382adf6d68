import { jobCancelled } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { recordEnding } from "../commands/record-ending";

export const returnCancelledKitOnJobCancelled = reaction({
	id: "supplies/return-cancelled-kit",
	on: jobCancelled,
	run: ({ ctx, data, step }) => step.run("record", () => recordEnding(ctx, { ...data, completed: false })),
});
