import { orderAssigned } from "@/server/events/catalog/ordering";
import { reaction } from "@/server/inngest/define";
import { failNoShow } from "../commands/fail-no-show";
import { raiseOverdue } from "../commands/raise-overdue";
import { scheduleJob } from "../commands/schedule-job";

/** Gives the job to its worker and looks whether the worker has come in time, and has finished in time. */
export const followAssignment = reaction({
	id: "execution/follow-assignment",
	on: orderAssigned,
	run: async ({ ctx, data, step }) => {
		const watch = await step.run("schedule", () => scheduleJob(ctx, data));
		if (watch === null) return;
		await step.sleepUntil("until-the-no-show-deadline", watch.noShowAt);
		await step.run("fail-no-show", () => failNoShow(ctx, data));
		await step.sleepUntil("until-it-is-overdue", watch.overdueAlertAt);
		await step.run("raise-overdue", () => raiseOverdue(ctx, data));
	},
});
