import { cycle } from "@/server/inngest/define";
import { erase } from "../commands/erase-application";
import { listExpired } from "../queries/list-expired";

/** What candidates have told of themselves is kept as long as the policy says, and no longer. */
export const eraseExpired = cycle({
	id: "hiring/erase-expired",
	cron: "40 3 * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		const expired = await step.run("look", () => listExpired(ctx));
		for (const applicationId of expired) {
			await step.run(`erase-${applicationId}`, () => erase(ctx, { applicationId }, "kept as long as the policy says"));
		}
	},
});
