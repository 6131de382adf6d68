import { orderPlaced } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { failUnstaffed } from "../commands/fail-unstaffed";
import { openJob } from "../commands/open-job";

/** Opens the job and, when its time has come, fails it if nobody has it. */
export const followOrder = reaction({
	id: "execution/follow-order",
	on: orderPlaced,
	run: async ({ ctx, data, step }) => {
		await step.run("open", () => openJob(ctx, data));
		await step.sleepUntil("until-the-start", data.startsAt);
		await step.run("fail-unstaffed", () => failUnstaffed(ctx, data));
	},
});
