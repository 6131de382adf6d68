import { jobStarted } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { recordStart } from "../commands/record-start";

export const recordStartOnJobStarted = reaction({
	id: "supplies/record-start",
	on: jobStarted,
	run: ({ ctx, data, step }) => step.run("record", () => recordStart(ctx, data)),
});
