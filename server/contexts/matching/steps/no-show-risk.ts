import { z } from "zod";
import { weekNumber } from "../domain/sample";
import { defineScore } from "../domain/step";

/** How sure it is that a sample comes at all: 1 less the chance of a no-show, smoothed towards what is usual. */
export const noShowRisk = defineScore({
	id: "no-show-risk",
	version: 1,
	name: { en: "Will come", ru: "Надёжность выхода" },
	about: {
		en: "Rates how sure it is that a worker comes: few no-shows lately are good. Newcomers get what is usual.",
		ru: "Оценивает, придёт ли работник: чем меньше неявок в последнее время, тем лучше. Новичку засчитывается обычное.",
	},
	params: z.strictObject({
		usual: z
			.number()
			.min(0)
			.max(1)
			.default(0.03)
			.meta({
				label: { en: "Usual share of no-shows", ru: "Обычная доля неявок" },
			}),
		priorJobs: z
			.number()
			.min(0.1)
			.max(100)
			.default(10)
			.meta({
				label: { en: "Jobs that the usual counts for", ru: "Сколько заказов весит обычное" },
			}),
		weeks: z
			.int()
			.min(1)
			.max(520)
			.default(26)
			.meta({
				label: { en: "Weeks back that count", ru: "За сколько недель учитывать" },
			}),
	}),
	values: (samples, { demand: { during }, params: { usual, priorJobs, weeks } }) => {
		const since = weekNumber(during.from) - weeks;
		return samples.map(({ results }) => {
			let [missed, all] = [0, 0];
			for (const { week, completed, failed, noShows } of results) {
				if (week <= since) continue;
				missed += noShows;
				all += completed + failed;
			}
			return 1 - (missed + priorJobs * usual) / (all + priorJobs);
		});
	},
});
