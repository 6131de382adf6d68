import { describe, expect, it } from "vitest";
import { aSample, ask } from "../testing";
import { combine } from "./combine";

const scores = [
	{ step: "fit", weight: 3 },
	{ step: "fair", weight: 1 },
];
const total = (values: Record<string, number>[], params = {}) =>
	ask(
		combine,
		values.map(() => aSample()),
		{ values, scores, params },
	);

describe("the total", () => {
	it("is the mean of the scores by their weights", () => {
		expect(total([{ fit: 0.8, fair: 0.4 }])).toEqual([expect.closeTo(0.7, 10)]);
	});

	it("stretches each score first when asked to normalise", () => {
		const values = [
			{ fit: 0.5, fair: 0.3 },
			{ fit: 0.6, fair: 0.3 },
			{ fit: 0.55, fair: 0.3 },
		];
		expect(total(values, { normalise: true })).toEqual([0, 0.75, expect.closeTo(0.375, 10)]);
	});
});
