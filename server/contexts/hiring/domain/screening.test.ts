import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lotShare } from "@/server/kernel/lot";
import { armOf } from "./experiment-arm";
import { propose } from "./proposal.policies";
import { traitScores } from "./score";
import { levelsOf, type ScreeningRule, screeningRule, standardRule, totalOf } from "./screening-rule";
import { isAmongBest, percentileOf, standingIn } from "./standing";

const rule = (given: Partial<ScreeningRule>): ScreeningRule => screeningRule.parse({ ...standardRule, ...given });
const never = () => 1;

describe("a trait's score", () => {
	it.each([
		["all points", [{ speed: { points: 8, max: 8 } }], { speed: 10_000 }],
		["a part", [{ speed: { points: 1, max: 3 } }], { speed: 3_333 }],
		["points over two tests", [{ speed: { points: 1, max: 2 } }, { speed: { points: 9, max: 18 } }], { speed: 5_000 }],
		["more points lost than won", [{ care: { points: -3, max: 6 } }], { care: 0 }],
		["nothing to be won", [{ care: { points: 0, max: 0 } }], {}],
		[
			"a lost one made up for elsewhere",
			[{ care: { points: -2, max: 4 } }, { care: { points: 4, max: 4 } }],
			{ care: 2_500 },
		],
		["no results", [], {}],
	])("of %s", (_what, results, scores) => {
		expect(traitScores(results)).toEqual(scores);
	});
});

describe("a percentile", () => {
	it.each([
		["alone", [50], 50, 5_000],
		["the best of four", [10, 20, 30, 40], 40, 8_750],
		["the worst of four", [10, 20, 30, 40], 10, 1_250],
		["all alike", [7, 7, 7], 7, 5_000],
		["two who tie at the top of four", [10, 20, 40, 40], 40, 7_500],
		["two who tie in the middle of four", [10, 20, 20, 40], 20, 5_000],
		["the middle of three", [1, 2, 3], 2, 5_000],
	])("of %s counts the worse, and half of the equal", (_what, cohort, total, percentile) => {
		expect(percentileOf(standingIn(cohort, total))).toBe(percentile);
	});

	it.each([
		["the third of 100", 100, 2, true],
		["the fourth of 100", 100, 3, false],
		["the best of two", 2, 0, true],
		["the second of 33", 33, 1, false],
		["the second of 34", 34, 1, true],
		["the thirtieth of 1 000", 1_000, 29, true],
		["the thirty-first of 1 000", 1_000, 30, false],
	])("lets %s among the best 3 %%: %s above %s: %s", (_what, size, above, among) => {
		expect(isAmongBest({ size, above, equal: 1 }, 3)).toBe(among);
	});

	it("never tells equals apart, and says of the middle of everybody 50", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), (cohort) => {
				const percentiles = cohort.map((total) => percentileOf(standingIn(cohort, total)));
				const mean = percentiles.reduce((sum, each) => sum + each, 0) / cohort.length;
				expect(Math.abs(mean - 5_000)).toBeLessThan(1);
			}),
		);
	});
});

describe("a total", () => {
	const scores = { speed: 9_000, care: 6_000, calm: 1_000 };
	it.each([
		["all that was measured, where a rule weighs nothing", [], 5_333],
		["one trait", [{ trait: "care", weight: 3 }], 6_000],
		[
			"traits by their weights",
			[
				{ trait: "speed", weight: 2 },
				{ trait: "care", weight: 1 },
			],
			8_000,
		],
		[
			"a trait that was not measured as nothing",
			[
				{ trait: "speed", weight: 1 },
				{ trait: "luck", weight: 2 },
			],
			3_000,
		],
	])("counts %s", (_what, weights, total) => {
		expect(totalOf(scores, { weights })).toBe(total);
	});
});

describe("a proposal", () => {
	const best = { size: 100, above: 0, equal: 1 };
	const near = { size: 100, above: 5, equal: 1 };
	const below = { size: 100, above: 60, equal: 1 };
	const good = { speed: 9_000, care: 8_000 };
	it.each([
		["accepts the best", rule({}), good, best, "accept", ["among-best"]],
		["has a person look near the line", rule({}), good, near, "look", ["near-line"]],
		["rejects below the line", rule({}), good, below, "reject", ["below-line"]],
		["has nobody look where nothing lies between", rule({ lookTop: 3 }), good, near, "reject", ["below-line"]],
		[
			"rejects the best who misses a must-have",
			rule({ mustHaves: [{ trait: "care", atLeast: 81 }] }),
			...([good, best, "reject", ["must-have-missed"]] as const),
		],
		[
			"takes a must-have that is just reached",
			rule({ mustHaves: [{ trait: "care", atLeast: 80 }] }),
			...([good, best, "accept", ["among-best"]] as const),
		],
		["rejects the best below the floor", rule({ floor: 86 }), good, best, "reject", ["below-floor"]],
		["takes the floor itself", rule({ floor: 85 }), good, best, "accept", ["among-best"]],
		[
			"has a person look where a trait that counts was not measured",
			rule({ weights: [{ trait: "luck", weight: 1 }], floor: 50 }),
			...([good, best, "look", ["not-measured"]] as const),
		],
		["has a person look where nothing was measured", rule({}), {}, best, "look", ["nothing-measured"]],
		["has a person look in a small cohort", rule({}), good, { size: 29, above: 0, equal: 1 }, "look", ["small-cohort"]],
	] as const)("%s", (_what, given, scores, standing, proposal, reasons) => {
		const screened = propose(given, scores, standing, never);
		expect([screened.proposal, screened.reasons.map(({ code }) => code)]).toEqual([proposal, reasons]);
		expect(screened.trial).toBe(false);
	});

	it("lets in on trial who is only below the line and whose lot is drawn, and nobody else", () => {
		const trying = rule({ trial: 5, mustHaves: [{ trait: "care", atLeast: 50 }] });
		expect(propose(trying, good, below, () => 0.049)).toEqual({
			proposal: "accept",
			reasons: [
				{ code: "below-line", percent: 10 },
				{ code: "on-trial", percent: 5 },
			],
			trial: true,
		});
		expect(propose(trying, good, below, () => 0.05).proposal).toBe("reject");
		expect(propose(trying, { ...good, care: 1_000 }, below, () => 0)).toMatchObject({
			proposal: "reject",
			trial: false,
		});
		expect(propose(trying, good, near, () => 0)).toMatchObject({ proposal: "look", trial: false });
	});
});

it("says how strong and how weak by the rule's lines", () => {
	const scores = { a: 10_000, b: 7_000, c: 6_999, d: 3_500, e: 3_499, f: 0, g: 8_250 };
	expect(levelsOf(scores, rule({}))).toEqual({
		strengths: [
			{ trait: "a", level: 5 },
			{ trait: "b", level: 1 },
			{ trait: "g", level: 3 },
		],
		weaknesses: [
			{ trait: "e", level: 1 },
			{ trait: "f", level: 5 },
		],
	});
});

it.each([
	[
		"a trait weighed twice",
		{
			weights: [
				{ trait: "a", weight: 1 },
				{ trait: "a", weight: 2 },
			],
		},
		"weights",
	],
	["fewer looked at than taken", { acceptTop: 5, lookTop: 3 }, "lookTop"],
	["a trait both strong and weak", { strengthFrom: 40, weaknessBelow: 60 }, "weaknessBelow"],
	["nobody taken", { acceptTop: 0 }, "acceptTop"],
	["more than everybody on trial", { trial: 101 }, "trial"],
])("is no rule with %s", (_what, part, path) => {
	const { success, error } = screeningRule.safeParse({ ...standardRule, ...part });
	expect([success, error?.issues[0]?.path[0]]).toEqual([false, path]);
});

describe("the lot", () => {
	const ids = Array.from({ length: 20_000 }, (_, index) => `applicant ${index}`);
	const shares = [
		{ arm: "a", percent: 10 },
		{ arm: "b", percent: 30 },
	];

	it("puts an applicant into the same arm for ever, by the shares, and leaves the rest out", () => {
		const arms = ids.map((id) => armOf("experiment", id, shares));
		expect(ids.map((id) => armOf("experiment", id, shares))).toEqual(arms);
		const share = (arm: string | null) => arms.filter((each) => each === arm).length / ids.length;
		expect(share("a")).toBeCloseTo(0.1, 1);
		expect(share("b")).toBeCloseTo(0.3, 1);
		expect(share(null)).toBeCloseTo(0.6, 1);
		expect(armOf("experiment", "applicant 1", [{ arm: "all", percent: 100 }])).toBe("all");
	});

	it("of one experiment says nothing of another's", () => {
		const inA = ids.filter((id) => lotShare("one", id) < 0.5);
		expect(inA.filter((id) => lotShare("other", id) < 0.5).length / inA.length).toBeCloseTo(0.5, 1);
	});
});
