import { cycle } from "@/server/inngest/define";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";

/** A run may have a thousand steps. What is left then, of half a million clients or of years of sleep, has the next tick. */
const MOST_STEPS = 900;

/** Closes every week that is due, one after another. A changed cut-off needs no restart, for each tick asks the policies. */
export const runWeeks = cycle({
	id: "billing/run-weeks",
	cron: "*/15 * * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		let steps = 0;
		for (let week = 1; steps < MOST_STEPS; week++) {
			const due = await step.run(`open-week-${week}`, () => openWeek(ctx));
			if (!due) return;
			for (let batch = 1, isClosed = false; !isClosed && steps < MOST_STEPS; batch++, steps++) {
				({ isClosed } = await step.run(`issue-${due.week}-${batch}`, () => issueInvoices(ctx, due)));
			}
		}
	},
});
