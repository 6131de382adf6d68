import { describe, expect, it } from "vitest";
import { aDemand, aSample, ask } from "../testing";
import { traitFit } from "./trait-fit";

const demand = aDemand({
	wanted: [
		{ trait: "jar-tossing", weight: 3 },
		{ trait: "patience", weight: 1 },
	],
});
const fitOf = (levels: Record<string, number>) => ask(traitFit, [aSample({ levels })], { demand })[0];

describe("how a sample fits a type", () => {
	it.each([
		["the strongest in all of it", { "jar-tossing": 5, patience: 5 }, 1],
		["the weakest in all of it", { "jar-tossing": -5, patience: -5 }, 0],
		["of neither kind", {}, 0.5],
		["strong in what the type does not need", { singing: 5 }, 0.5],
		["strong in the heavier trait", { "jar-tossing": 5 }, 0.875],
		["strong in the lighter trait", { patience: 5 }, 0.625],
		["strong in one, weak in the other", { "jar-tossing": 4, patience: -4 }, 0.7],
	])("%s", (_what, levels, fit) => {
		expect(fitOf(levels)).toBeCloseTo(fit, 10);
	});

	it("is neutral for everybody when the type needs nothing in particular", () => {
		expect(ask(traitFit, [aSample({ levels: { patience: 5 } }), aSample()])).toEqual([0.5, 0.5]);
	});
});
