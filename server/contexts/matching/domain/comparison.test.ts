import { describe, expect, it } from "vitest";
import { newId } from "@/server/kernel/ids";
import { aWeek } from "../testing";
import { compareChoices, giniOf } from "./comparison";
import type { SampleId } from "./sample";

const [a, b, c, d] = [newId<SampleId>(), newId<SampleId>(), newId<SampleId>(), newId<SampleId>()] as const;

describe("how evenly jobs are spread", () => {
	it.each([
		["all alike", [a, b, c, d], 0],
		["all to one of four", [a, a, a, a], 0.75],
		["half of them to each of two", [a, a, b, b], 0.5],
		["none at all", [], 0],
	])("%s", (_what, chosen, gini) => {
		expect(giniOf(chosen, [a, b, c, d])).toBeCloseTo(gini, 10);
	});
});

describe("two versions", () => {
	const good = [aWeek({ completed: 95, failed: 0 })];
	const choice = (decided: SampleId, chosen: SampleId | null) => ({
		...{ decided, chosen, historyOfDecided: [], historyOfChosen: chosen ? good : [] },
	});

	it("are compared by what they chose, how evenly, and what was to be expected of it", () => {
		expect(compareChoices([choice(a, a), choice(a, b), choice(b, c), choice(b, null)], [a, b, c, d])).toEqual({
			...{ orders: 4, agreement: 0.25, nobody: 1 },
			decided: { gini: expect.closeTo(0.5, 10), expectedCompletion: expect.closeTo(0.9, 10) },
			chosen: { gini: expect.closeTo(0.25, 10), expectedCompletion: expect.closeTo(0.995, 10) },
		});
	});

	it("have nothing in common over no orders", () => {
		expect(compareChoices([], [a])).toMatchObject({ orders: 0, agreement: 0, nobody: 0 });
	});
});
