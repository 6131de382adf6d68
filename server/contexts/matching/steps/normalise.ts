import { z } from "zod";
import { type Column, defineRescale } from "../domain/step";

/** Stretches each score before it, so that a score in which all are nearly alike decides as much as one in which they differ. */
export const normalise = defineRescale({
	id: "normalise",
	version: 1,
	name: { en: "Normalise", ru: "Нормировать" },
	about: {
		en: "Stretches every score so far over the whole scale: the best candidate gets 1, the worst 0. A score in which all are alike then decides nothing.",
		ru: "Растягивает каждую предыдущую оценку на всю шкалу: у лучшего 1, у худшего 0. Оценка, в которой все равны, ничего не решает.",
	},
	params: z.strictObject({
		method: z
			.enum(["range", "places"])
			.default("range")
			.meta({
				label: { en: "How", ru: "Как" },
				words: {
					range: { en: "By value", ru: "По значению" },
					places: { en: "By place", ru: "По месту" },
				},
			}),
	}),
	needs: ["score"],
	rescale: (values, { params: { method } }) => (method === "range" ? stretched(values) : placed(values)),
});

function stretched(values: Column): Float64Array {
	let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (let place = 0; place < values.length; place++) {
		const value = values[place] ?? 0;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	const width = most - least;
	return Float64Array.from(values, (value) => (width === 0 ? 0 : (value - least) / width));
}

/** The share of the others that one is better than; equals count half. */
function placed(values: Column): Float64Array {
	const sorted = Float64Array.from(values).sort();
	const others = values.length - 1;
	return Float64Array.from(values, (value) => {
		const [below, upTo] = [firstNotBelow(sorted, value), firstAbove(sorted, value)];
		return others === 0 ? 0 : (below + (upTo - below - 1) / 2) / others;
	});
}

const firstNotBelow = (sorted: Float64Array, value: number): number => search(sorted, (other) => other >= value);
const firstAbove = (sorted: Float64Array, value: number): number => search(sorted, (other) => other > value);

function search(sorted: Float64Array, isBehind: (value: number) => boolean): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBehind(sorted[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}
