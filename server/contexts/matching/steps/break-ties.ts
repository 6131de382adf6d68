import { z } from "zod";
import { lot } from "@/server/kernel/lot";
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
		for (let place = 0; place < samples.length; place++) {
			const total = totals[place] ?? 0;
			const id = samples[place]?.id ?? "";
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

const BINS = 4096;
const binOf = (total: number): number => Math.min(Math.max(Math.floor(total * BINS), 0), BINS - 1);

/** A total that at least so many reach, and few more: below it nobody needs a lot. Counted in bins, for sorting all takes longer. */
function bestOf(totals: ArrayLike<number>, best: number): number {
	if (totals.length <= best) return Number.NEGATIVE_INFINITY;
	const bins = new Int32Array(BINS);
	for (let place = 0; place < totals.length; place++) {
		const bin = binOf(totals[place] ?? 0);
		bins[bin] = (bins[bin] ?? 0) + 1;
	}
	let bin = BINS - 1;
	for (let reached = bins[bin] ?? 0; reached < best && bin > 0; reached += bins[bin] ?? 0) bin -= 1;
	return bin === 0 ? Number.NEGATIVE_INFINITY : bin / BINS;
}
