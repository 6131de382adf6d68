import { describe, expect, it } from "vitest";
import { assembleChain, chainData } from "../domain/chain";
import { aDemand, aJob, aSample, ask, aWeek, span } from "../testing";
import { steps } from ".";
import { expressionScore } from "./expression-score";

const sample = aSample({
	levels: { speed: 4, "jar-tossing": -2 },
	jobs: [aJob(2), aJob(-100)],
	results: [aWeek({ completed: 8, failed: 2, noShows: 1, stars: 9, rated: 2 }), aWeek({ ago: 9, completed: 2 })],
});
const demand = aDemand({
	during: span(0, 2),
	encounters: new Map([[sample.id, { completed: 3, failed: 0, stars: 8, rated: 2 }]]),
});
const rated = (expression: string, values: Record<string, number> = {}, params = {}) =>
	ask(expressionScore, [sample], { demand, params: { expression, ...params }, values: [values] })[0];
const troublesOf = (expression: string) => {
	const entry = { step: "expression-score", version: 1, params: { expression }, weight: 1 };
	const ending = ["combine", "break-ties"].map((step) => ({ step, version: 1, params: {}, weight: null }));
	return assembleChain(chainData.parse([entry, ...ending]), steps).troubles;
};

describe("a rating by expression", () => {
	it.each([
		["completed / 20", 0.5],
		["failed / 10", 0.2],
		["no_shows / 4", 0.25],
		["stars / 5", 0.9],
		["ratings / 4", 0.5],
		["jobs_around / 4", 0.5],
		["jobs_that_day / 4", 0.25],
		["times_with_client / 4", 0.75],
		["stars_of_client / 5", 0.8],
		["hour / 24", 0.5],
		["weekday / 4", 0.5],
		["duration_hours / 4", 0.5],
		["level_speed / 5", 0.8],
		["(5 + level_jar_tossing) / 5", 0.6],
		["level_unheard_of + 0.25", 0.25],
		["completed > 5 and not (failed > 5) ? 0.75 : 0.25", 0.75],
		["min(0.3, max(0.1, 0.2)) + abs(-0.1)", 0.3],
		["trait_fit / 2", 0.4],
	])("%s", (expression, value) => {
		expect(rated(expression, { "trait-fit": 0.8 })).toBeCloseTo(Number(value), 10);
	});

	it("is cut to what a rating may be, and never stands in the way of a match", () => {
		expect(["completed", "-1"].map((expression) => rated(expression))).toEqual([1, 0]);
		expect(
			["1 / 0", "0 / 0", "sqrt(0 - 1)", "9^9^9^9"].map((expression) => rated(expression, {}, { otherwise: 0.5 })),
		).toEqual([...[0.5, 0.5, 0.5, 0.5]]);
	});

	it("that uses an earlier value needs it, and says so", () => {
		expect(troublesOf("trait_fit * 2")).toMatchObject([{ position: 0, reason: "needs-earlier", about: "trait-fit" }]);
		expect(troublesOf("completed / 2")).toEqual([]);
	});

	it.each([
		...["completed.constructor", "constructor", "__proto__", "toString()", "completed.toString()", "valueOf"],
		...[
			"x = 1",
			"f(x) = f(x); f(1)",
			"a; b",
			"[1, 2]",
			"'text'",
			'"text"',
			"random()",
			"fac(9)",
			"gamma(99)",
			"completed!",
		],
		...["map(min, 1)", "if(1, 2, 3)", "length 5", "1 in 2", "1 || 2", "1 +", "(", "min(", "sin 1", "E", "PI"],
		...["prototype", "hasOwnProperty", "this", "globalThis", "process", "min.constructor", "(0).constructor"],
	])("refuses %s before it ever runs", (expression) => {
		expect(troublesOf(expression)).not.toEqual([]);
	});

	it("is refused when it is too long, and comes to an end when it is as long and as deep as may be", () => {
		expect(troublesOf("1+".repeat(150).concat("1"))).toMatchObject([{ reason: "bad-params", about: "expression" }]);
		const deepest = `${"(".repeat(149)}1${")".repeat(149)}`;
		const longest = `${"9^".repeat(149)}9`;
		for (const expression of [deepest, longest]) {
			expect(troublesOf(expression)).toEqual([]);
			const many = Array.from({ length: 1000 }, () => sample);
			expect(ask(expressionScore, many, { demand, params: { expression } })).toHaveLength(1000);
		}
	});
});
