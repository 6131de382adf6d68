import { z } from "zod";
import { defineMap } from "../domain/step";
import { byExpression, evaluated, expression, otherwise } from "./_expression";

/** A value that a manager works out for later steps. */
export const expressionValue = defineMap({
	id: "expression-value",
	version: 1,
	name: { en: "Value by expression", ru: "Величина по формуле" },
	about: {
		en: "Works out a number that later expressions may use by its name. By itself it decides nothing.",
		ru: "Вычисляет число, которое следующие формулы могут использовать по имени. Само по себе ничего не решает.",
	},
	params: z.strictObject({ expression, otherwise: otherwise(z.number()) }),
	...byExpression,
	values: (samples, given) =>
		samples.map((sample, place) => evaluated(given.params.expression, sample, given, place) ?? given.params.otherwise),
});
