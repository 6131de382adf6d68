import { z } from "zod";
import { hours } from "@/server/kernel/clock";
import { defineScore } from "../domain/step";

/** Whose jobs around the order are in its zone has no way to go. */
export const near = defineScore({
	id: "near",
	version: 1,
	name: { en: "Near by", ru: "Поблизости" },
	about: {
		en: "Prefers who has a job in the same zone shortly before or after. Who has none around gets the middle.",
		ru: "Предпочитает тех, у кого незадолго до или вскоре после есть заказ в той же зоне. У кого рядом ничего нет, получает середину.",
	},
	params: z.strictObject({
		hours: z
			.number()
			.min(0.5)
			.max(24)
			.default(4)
			.meta({
				label: { en: "Hours before and after that count", ru: "Сколько часов до и после учитывать" },
			}),
	}),
	values: (samples, { demand: { during, zone }, params }) => {
		const reach = hours(params.hours);
		const [from, to] = [during.from.getTime() - reach, during.to.getTime() + reach];
		return samples.map(({ jobs }) => {
			let [here, all] = [0, 0];
			for (const job of jobs) {
				if (job.to <= from || job.from >= to || job.zone === null) continue;
				all += 1;
				if (job.zone === zone) here += 1;
			}
			return all === 0 ? 0.5 : here / all;
		});
	},
	tells: (_sample, _given, value) => (value === 1 ? { en: "near by at that time", ru: "в это время рядом" } : null),
});
