import { describe, expect, it } from "vitest";
import { compare, ENOUGH, estimateOf, FALSE_ALARMS, halfWidth, intervalOf, type Unit } from "./comparison";
import { RATIO_ALARM, sampleRatioP } from "./sample-ratio";
import { simulateExperiment } from "./testing";

const RUNS = process.env.LONG_TESTS ? 1_000 : 60;
const pace = { looks: 20, perLook: process.env.LONG_TESTS ? 60 : 30 };
const share = { worst: 0, best: 1 };

/** What so many honest runs may show by chance: the promise, and three standard deviations of counting. */
const atMost = (rate: number) => RUNS * rate + 3 * Math.sqrt(RUNS * rate * (1 - rate));
const claims = ({ verdict }: { verdict: string }) => verdict === "higher" || verdict === "lower";

describe.each([
	["half and half", { completes: 0.9, spread: 0.1 }, [50, 50]],
	["one in ten, who hardly ever fail", { completes: 0.97, spread: 0.03 }, [90, 10]],
	["three arms, of steady and unsteady cats", { completes: 0.7, spread: 0.3 }, [40, 30, 30]],
] as const)("an experiment without any difference, %s", (what, nature, shares) => {
	it(`looked at ${pace.looks} times, cries no more often than promised in ${RUNS} runs`, () => {
		const arms = [nature, ...shares.slice(1).map(() => nature)] as const;
		const runs = Array.from({ length: RUNS }, (_, run) =>
			simulateExperiment({ seed: `${what} ${run}`, arms, shares, meant: shares, ...pace }),
		);
		expect(runs.filter(claims).length).toBeLessThanOrEqual(atMost(FALSE_ALARMS));
		expect(runs.filter(({ ratioAlarm }) => ratioAlarm).length).toBeLessThanOrEqual(atMost(RATIO_ALARM));
	});
});

describe("a planted effect", () => {
	const good = { completes: 0.94, spread: 0.05 };
	const bad = { completes: 0.8, spread: 0.1 };
	const meant = [50, 50];
	const runs = (arms: readonly [typeof good, typeof good], shares = meant) =>
		Array.from({ length: 20 }, (_, run) =>
			simulateExperiment({ seed: `planted ${run}`, arms, shares, meant, looks: 20, perLook: 60 }),
		);

	it("is found, in its direction", () => {
		expect(runs([bad, good]).filter(({ verdict }) => verdict === "higher").length).toBeGreaterThanOrEqual(18);
		expect(runs([good, bad]).filter(({ verdict }) => verdict === "lower").length).toBeGreaterThanOrEqual(18);
	});

	it("on who gets into which arm is found by the sample ratio", () => {
		expect(runs([good, good], [50, 35]).every(({ ratioAlarm }) => ratioAlarm)).toBe(true);
	});
});

describe("an estimate", () => {
	const units = (count: number, sum: number, of: number): Unit[] => Array.from({ length: count }, () => ({ sum, of }));

	it("counts what came about, and the uncertainty by applicants and not by jobs", () => {
		const many = estimateOf([...units(50, 10, 10), ...units(50, 0, 10)], share);
		const few = estimateOf([...units(50, 1, 1), ...units(50, 0, 1)], share);
		expect(many).toEqual({ units: 100, value: 0.5, variance: expect.closeTo(few?.variance ?? 0, 12) });
	});

	it("does not take a few without failure for certain", () => {
		const { low, high } = intervalOf(estimateOf(units(ENOUGH, 4, 4), share), 0.05) ?? { low: 1, high: 1 };
		expect(low).toBeLessThan(0.9);
		expect(high).toBeGreaterThan(1);
	});

	it("says nothing of nobody, and no interval of few", () => {
		expect(estimateOf([], share)).toBeNull();
		expect(estimateOf([{ sum: 0, of: 0 }], share)).toBeNull();
		expect(intervalOf(estimateOf(units(ENOUGH - 1, 1, 2), share), 0.05)).toBeNull();
		const [few, enough] = [estimateOf(units(ENOUGH - 1, 1, 1), share), estimateOf(units(900, 0, 1), share)];
		expect(compare(enough, few, { worth: 0.05, variants: 1 })).toMatchObject({ interval: null, verdict: "too-few" });
		expect(compare(enough, null, { worth: 0.05, variants: 1 })).toBeNull();
	});

	it("has the interval that the formula gives: of variance 0.0001, looked for 0.05, at 5 %", () => {
		// sqrt(0.0001 × 0.0026 / 0.0025 × (2 ln 20 + ln 26))
		expect(halfWidth(0.0001, 0.05, 0.05)).toBeCloseTo(0.031_015_4, 6);
	});
});

it.each([
	["nobody yet", [0, 0], [50, 50], 1],
	["just as meant", [500, 500], [50, 50], 1],
	["as chance may have it", [520, 480], [50, 50], 1],
	["far from it", [600, 400], [50, 50], 0],
	["far from unequal shares", [500, 500], [90, 10], 0],
])("the sample ratio of %s", (_what, counts, shares, p) => {
	expect(sampleRatioP(counts, shares)).toBeCloseTo(p, 1);
});
