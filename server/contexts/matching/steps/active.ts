import { z } from "zod";
import { defineFilter } from "../domain/step";

/** Lets through who is in the pool now. */
export const active = defineFilter({
	id: "active",
	version: 1,
	name: { en: "In the pool", ru: "В строю" },
	about: {
		en: "Keeps out workers whom the office has taken out of the pool.",
		ru: "Отсеивает работников, которых офис вывел из состава.",
	},
	params: z.strictObject({}),
	waitingReason: "nobody-in-pool",
	reasons: { "not-active": { en: "is not in the pool", ru: "не в составе" } },
	refuses: (sample) => (sample.active ? null : "not-active"),
});
