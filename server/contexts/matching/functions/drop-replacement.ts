import { replacementRefused } from "@/server/events/catalog/execution";
import { reaction } from "@/server/inngest/define";
import { dropReplacement } from "../commands/drop-replacement";
import { retryWaiting } from "../commands/retry-waiting";

/** Whoever was to take over has time for others. */
export const dropReplacementOnRefused = reaction({
	id: "matching/drop-replacement",
	on: replacementRefused,
	run: async ({ ctx, data: { orderId: order, match }, step }) => {
		const { freed } = await step.run("drop", () => dropReplacement(ctx, { order, match }));
		if (freed) await step.run("retry", () => retryWaiting(ctx, { sample: freed }));
	},
});
