import { z } from "zod";
import { defineMap } from "../domain/step";
import { earlierValues, evaluated, expression, objectionTo, vocabulary } from "./_expression";

/** A value that a manager works out for later steps. */
export const expressionValue = defineMap({
	id: "expression-value",
	version: 1,
	name: { en: "Value by expression", ru: "Величина по формуле" },
	about: {
		en: "Works out a number that later expressions may use by its name. By itself it decides nothing.",
		ru: "Вычисляет число, которое следующие формулы могут использовать по имени. Само по себе ничего не решает.",
	},
	params: z.strictObject({
		expression,
		otherwise: z
			.number()
			.default(0)
			.meta({
				label: { en: "When no number comes out", ru: "Если числа не получилось" },
			}),
	}),
	vocabulary,
	objection: (params) => objectionTo(params.expression),
	uses: (params) => earlierValues(params.expression),
	values: (samples, given) =>
		samples.map((sample, place) => evaluated(given.params.expression, sample, given, place) ?? given.params.otherwise),
});
