import { z } from "zod";
import { hours } from "@/server/kernel/clock";
import { defineScore } from "../domain/step";

/** How much of a day's work is still open on the day of the order. */
export const loadToday = defineScore({
	id: "load-today",
	version: 1,
	name: { en: "Load on that day", ru: "Загрузка в этот день" },
	about: {
		en: "1 for who has nothing else on the day of the order, 0 for who has a full day already.",
		ru: "1 — у кого в день заказа больше ничего нет, 0 — у кого день уже полон.",
	},
	params: z.strictObject({
		fullDayHours: z
			.number()
			.min(1)
			.max(24)
			.default(8)
			.meta({
				label: { en: "Hours of a full day", ru: "Часов в полном дне" },
			}),
	}),
	values: (samples, { demand: { day }, params }) => {
		const full = hours(params.fullDayHours);
		return samples.map(({ jobs }) => {
			let busy = 0;
			for (const { from, to } of jobs)
				if (from < day.to && day.from < to) busy += Math.min(to, day.to) - Math.max(from, day.from);
			return Math.max(0, 1 - busy / full);
		});
	},
});
