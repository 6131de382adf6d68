import { z } from "zod";
import { defineScore } from "../domain/step";

const TOP_LEVEL = 5;

/**
 * How well strengths and weaknesses fit what the type of service needs: 1 is the strongest in all of it, 0 the weakest,
 * 0.5 neither, also when the type needs nothing in particular.
 */
export const traitFit = defineScore({
	id: "trait-fit",
	version: 1,
	params: z.strictObject({}),
	values: (candidates, { demand: { wanted } }) => {
		const weights = wanted.reduce((sum, { weight }) => sum + weight, 0);
		return candidates.map(({ sample }) => {
			if (weights === 0) return 0.5;
			const fit = wanted.reduce((sum, { trait, weight }) => sum + weight * (sample.levels[trait] ?? 0), 0);
			return 0.5 + fit / (2 * TOP_LEVEL * weights);
		});
	},
});
