import { cycle } from "@/server/inngest/define";
import { tellReminders } from "../commands/tell-reminders";

/** Looks whether somebody wanted to be reminded of a candidate by now. */
export const remindManagers = cycle({
	id: "hiring/remind-managers",
	cron: "*/15 * * * *",
	timeZone: "UTC",
	run: ({ ctx, step }) => step.run("tell", () => tellReminders(ctx)),
});
