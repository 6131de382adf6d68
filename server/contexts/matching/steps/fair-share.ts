import { z } from "zod";
import { days } from "@/server/kernel/clock";
import { JOBS_HORIZON_DAYS } from "../domain/sample";
import { defineScore } from "../domain/step";

/**
 * Spreads the work: 1 for who has no job in the days around the order, 0 for who has the most of all candidates, and between
 * them in proportion.
 */
export const fairShare = defineScore({
	id: "fair-share",
	version: 1,
	name: { en: "Fair share of work", ru: "Справедливая доля" },
	about: {
		en: "Spreads the work: 1 for who has no job in the days around the order, 0 for who has the most of all candidates.",
		ru: "Распределяет работу: 1 — у кого нет заказов в эти дни, 0 — у кого их больше всех.",
	},
	params: z.strictObject({
		days: z
			.int()
			.min(1)
			.max(JOBS_HORIZON_DAYS)
			.default(14)
			.meta({
				label: { en: "Days before and after that count", ru: "Сколько дней до и после учитывать" },
			}),
	}),
	values: (samples, { demand, params }) => {
		const beginning = demand.during.from.getTime();
		const [from, to] = [beginning - days(params.days), beginning + days(params.days)];
		let most = 0;
		const counts = samples.map(({ jobs }) => {
			let count = 0;
			for (const job of jobs) if (job.from >= from && job.from <= to) count += 1;
			if (count > most) most = count;
			return count;
		});
		return counts.map((count) => (most === 0 ? 1 : 1 - count / most));
	},
});
