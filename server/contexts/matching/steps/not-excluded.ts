import { z } from "zod";
import { defineFilter } from "../domain/step";

/** Keeps out who is not to come to this order: who failed the order that it copies, and who gave it back. */
export const notExcluded = defineFilter({
	id: "not-excluded",
	version: 1,
	name: { en: "May come to this order", ru: "Допущен к этому заказу" },
	about: {
		en: "Keeps out who failed the order that this one copies, and who gave this order back.",
		ru: "Отсеивает того, кто сорвал исходный заказ или отказался от этого.",
	},
	params: z.strictObject({}),
	waitingReason: "nobody-suits",
	reasons: { excluded: { en: "is not to come to this order", ru: "не должен приходить на этот заказ" } },
	refuses: (sample, { demand }) => (demand.excluded.includes(sample.id) ? "excluded" : null),
});
