import { cycle } from "@/server/inngest/define";
import { closeDay } from "../commands/close-day";
import { sealDay } from "../commands/seal-day";

/** So many days in one run; those that are left after a long sleep have the next. */
const MOST_DAYS = 100;

/** spec/3-money, "The ledger". Seals every business date that is over, one after another. */
export const sealDays = cycle({
	id: "billing/seal-days",
	cron: "*/30 * * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		for (let turn = 1; turn <= MOST_DAYS; turn++) {
			const due = await step.run(`close-day-${turn}`, () => closeDay(ctx));
			if (!due) return;
			await step.run(`seal-${due.day}`, () => sealDay(ctx, due));
		}
	},
});
