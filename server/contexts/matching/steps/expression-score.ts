import { z } from "zod";
import { defineScore } from "../domain/step";
import { byExpression, evaluated, expression, otherwise } from "./_expression";

/** A rating that a manager writes down without a developer. */
export const expressionScore = defineScore({
	id: "expression-score",
	version: 1,
	name: { en: "Rating by expression", ru: "Оценка по формуле" },
	about: {
		en: "A rating from 0 to 1 that you write yourself, like min(completed / 20, 1). What comes out below 0 or above 1 counts as 0 or 1.",
		ru: "Оценка от 0 до 1, которую вы записываете сами, например min(completed / 20, 1). Что меньше 0 или больше 1, считается за 0 или 1.",
	},
	params: z.strictObject({ expression, otherwise: otherwise(z.number().min(0).max(1)) }),
	...byExpression,
	values: (samples, given) =>
		samples.map((sample, place) => {
			const value = evaluated(given.params.expression, sample, given, place) ?? given.params.otherwise;
			return Math.min(Math.max(value, 0), 1);
		}),
});
