import { z } from "zod";
import { defineScore, type Words } from "../domain/step";

const TOP_LEVEL = 5;
/** From this level on a strength is worth a word. */
const STRONG = 3;

/**
 * How well strengths and weaknesses fit what the type of service needs: 1 is the strongest in all of it, 0 the weakest,
 * 0.5 neither, also when the type needs nothing in particular.
 */
export const traitFit = defineScore({
	id: "trait-fit",
	version: 1,
	name: { en: "Traits fit the service", ru: "Качества подходят услуге" },
	about: {
		en: "Rates strengths and weaknesses by what the type of service needs: 1 is the strongest in all of it, 0 the weakest.",
		ru: "Оценивает сильные и слабые стороны по тому, что нужно для услуги: 1 — во всём сильнее всех, 0 — слабее всех.",
	},
	params: z.strictObject({}),
	values: (samples, { demand: { wanted } }) => {
		const weights = wanted.reduce((sum, { weight }) => sum + weight, 0);
		const values = new Float64Array(samples.length).fill(0.5);
		if (weights === 0) return values;
		for (const { trait, weight } of wanted) {
			const share = weight / (2 * TOP_LEVEL * weights);
			for (let place = 0; place < samples.length; place++)
				values[place] = (values[place] ?? 0) + share * (samples[place]?.levels[trait] ?? 0);
		}
		return values;
	},
	tells: ({ levels }, { demand: { wanted } }, _value, isBest) => {
		const strong = wanted.filter(({ trait }) => (levels[trait] ?? 0) >= STRONG);
		const called = (language: keyof Words) =>
			strong.map(({ trait, name }) => (name?.[language] ?? trait).toLowerCase()).join(", ");
		if (strong.length === 0) return null;
		return isBest
			? { en: `strongest at ${called("en")}`, ru: `сильнее всех: ${called("ru")}` }
			: { en: `strong at ${called("en")}`, ru: `сильные стороны: ${called("ru")}` };
	},
});
