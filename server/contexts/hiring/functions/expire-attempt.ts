import { attemptStarted } from "@/server/events/catalog/hiring-tests";
import { reaction } from "@/server/inngest/define";
import { expireAttempt } from "../commands/close-attempt";

/** Takes a test in when its time is up. Who was given more time meanwhile is looked at again then. */
export const expireAttemptWhenTimeIsUp = reaction({
	id: "hiring/expire-attempt",
	on: attemptStarted,
	run: async ({ ctx, data, step }) => {
		let closesAt = await step.run("look", () => expireAttempt(ctx, data));
		while (closesAt) {
			await step.sleepUntil("until-time-is-up", closesAt);
			closesAt = await step.run("look", () => expireAttempt(ctx, data));
		}
	},
});
