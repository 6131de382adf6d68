import { z } from "zod";
import { defineReduce } from "../domain/step";
import { normalise } from "./normalise";

/**
 * Adds the scores up by their weights into a total from 0 to 1. With `normalise` each score is first stretched so that the best
 * candidate has 1 and the worst 0; a score in which all are alike then decides nothing.
 */
export const combine = defineReduce({
	id: "combine",
	version: 1,
	name: { en: "Combine", ru: "Свести в итог" },
	about: {
		en: "Adds the scores up by their weights into one total from 0 to 1.",
		ru: "Складывает оценки по их весам в один итог от 0 до 1.",
	},
	params: z.strictObject({
		normalise: z
			.boolean()
			.default(false)
			.meta({
				label: { en: "Normalise each score first", ru: "Сначала нормировать каждую оценку" },
			}),
	}),
	needs: ["score"],
	gives: "total",
	values: (samples, given) => {
		const weights = given.scores.reduce((sum, { weight }) => sum + weight, 0);
		const totals = new Float64Array(samples.length);
		for (const { column, weight } of given.scores) {
			const raw = given.valuesOf(column);
			const values = given.params.normalise ? normalise.rescale(raw, { ...given, params: { method: "range" } }) : raw;
			for (let place = 0; place < totals.length; place++)
				totals[place] = (totals[place] ?? 0) + weight * (values[place] ?? 0);
		}
		return totals.map((total) => Math.min(total / weights, 1));
	},
});
