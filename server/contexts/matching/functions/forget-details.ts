import { cycle } from "@/server/inngest/define";
import { forgetDetails } from "../commands/forget-details";

/** So many turns in one run; what is left then has the next. */
const MOST_TURNS = 20;

export const forgetOldDetails = cycle({
	id: "matching/forget-details",
	cron: "*/30 * * * *",
	timeZone: "UTC",
	run: async ({ ctx, step }) => {
		for (let turn = 1; turn <= MOST_TURNS; turn++) {
			const { forgotten } = await step.run(`forget-${turn}`, () => forgetDetails(ctx));
			if (forgotten === 0) return;
		}
	},
});
