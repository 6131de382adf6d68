import { z } from "zod";
import { lot } from "../domain/lot";
import { defineReduce } from "../domain/step";

/** Ranks by the total; who is equal draws lots, which fall the same way whenever the order is looked at again. */
export const breakTies = defineReduce({
	id: "break-ties",
	version: 1,
	name: { en: "Rank, by lot among equals", ru: "Расставить, равных — по жребию" },
	about: {
		en: "Puts the higher total first. Equals draw lots, which fall the same way whenever one looks again.",
		ru: "Ставит выше тех, у кого итог больше. Равные тянут жребий, который всегда выпадает одинаково.",
	},
	params: z.strictObject({}),
	needs: ["total"],
	gives: "rank",
	values: (samples, { seed, best, valuesOf }) => {
		const totals = valuesOf("total");
		const least = bestOf(totals, best);
		const drawn: { place: number; total: number; lot: number; id: string }[] = [];
		for (const [place, { id }] of samples.entries()) {
			const total = totals[place] ?? 0;
			if (total >= least) drawn.push({ place, total, lot: lot(seed, id), id });
		}
		drawn.sort((a, b) => b.total - a.total || a.lot - b.lot || (a.id < b.id ? -1 : 1));
		const ranks = new Float64Array(samples.length);
		drawn.slice(0, best).forEach(({ place }, position) => {
			ranks[place] = position + 1;
		});
		return ranks;
	},
});

/** The total that so many reach: below it nobody needs a lot. */
function bestOf(totals: ArrayLike<number>, best: number): number {
	if (totals.length <= best) return Number.NEGATIVE_INFINITY;
	return Float64Array.from(totals).sort()[totals.length - best] ?? 0;
}
