import { describe, expect, it } from "vitest";
import { aDemand } from "../testing";
import { normalise } from "./normalise";

const scaled = (values: number[], method?: "range" | "places") =>
	Array.from(
		normalise.rescale(values, {
			...{ demand: aDemand(), params: normalise.params.parse(method ? { method } : {}), scores: [], seed: "", best: 1 },
			valuesOf: () => values,
		}),
	);

describe("normalising", () => {
	it("stretches a score over the whole scale", () => {
		expect(scaled([0.5, 0.6, 0.55])).toEqual([0, 1, expect.closeTo(0.5, 10)]);
	});

	it("lets a score in which all are alike decide nothing", () => {
		expect(scaled([0.7, 0.7])).toEqual([0, 0]);
		expect(new Set(scaled([0.7, 0.7, 0.7], "places")).size).toBe(1);
	});

	it("by places says how many one is better than, whatever the distances; equals share", () => {
		expect(scaled([0.1, 0.9, 0.11, 0.12, 0.89], "places")).toEqual([0, 1, 0.25, 0.5, 0.75]);
		expect(scaled([0.1, 0.5, 0.5], "places")).toEqual([0, 0.75, 0.75]);
		expect(scaled([0.4], "places")).toEqual([0]);
		expect(scaled([], "places")).toEqual([]);
	});
});
