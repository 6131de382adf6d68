import { cycle } from "@/server/inngest/define";
import { issuePayouts } from "../commands/issue-payouts";
import { openMonth } from "../commands/open-month";

/** Closes every month that is due, one after another. A changed cut-off needs no restart, for each tick asks the policies. */
export const runMonths = cycle({
	id: "billing/run-months",
	cron: "*/15 * * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		for (let month = 1; ; month++) {
			const due = await step.run(`open-month-${month}`, () => openMonth(ctx));
			if (!due) return;
			const issue = (batch: number) => step.run(`issue-${due.month}-${batch}`, () => issuePayouts(ctx, due));
			for (let batch = 1; !(await issue(batch)).isClosed; batch++);
		}
	},
});
