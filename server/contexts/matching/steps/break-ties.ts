import { z } from "zod";
import { lot } from "../domain/lot";
import { defineReduce, valueNamed } from "../domain/step";

/** Ranks by the total; who is equal draws lots, which fall the same way whenever the order is looked at again. */
export const breakTies = defineReduce({
	id: "break-ties",
	version: 1,
	params: z.strictObject({}),
	needs: ["total"],
	gives: "rank",
	values: (candidates, { seed }) => {
		const drawn = candidates.map((candidate, index) => ({
			index,
			total: valueNamed(candidate, "total"),
			lot: lot(seed, candidate.sample.id),
			id: candidate.sample.id,
		}));
		drawn.sort((a, b) => b.total - a.total || a.lot - b.lot || (a.id < b.id ? -1 : 1));
		const ranks = new Array<number>(candidates.length);
		drawn.forEach(({ index }, position) => {
			ranks[index] = position + 1;
		});
		return ranks;
	},
});
