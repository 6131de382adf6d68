import { jobStarted } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { mirrorStart } from "../commands/mirror-start";

export const mirrorStartOnJobStarted = reaction({
	id: "ordering/mirror-start",
	on: jobStarted,
	run: ({ ctx, data, step }) => step.run("mirror", () => mirrorStart(ctx, data)),
});
