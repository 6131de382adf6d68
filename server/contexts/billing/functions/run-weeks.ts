import { cycle } from "@/server/inngest/define";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";

/** Closes every week that is due, one after another. A changed cut-off needs no restart, for each tick asks the policies. */
export const runWeeks = cycle({
	id: "billing/run-weeks",
	cron: "*/15 * * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		for (let week = 1; ; week++) {
			const due = await step.run(`open-week-${week}`, () => openWeek(ctx));
			if (!due) return;
			const issue = (batch: number) => step.run(`issue-${due.week}-${batch}`, () => issueInvoices(ctx, due));
			for (let batch = 1; !(await issue(batch)).isClosed; batch++);
		}
	},
});
