import { describe, expect, it } from "vitest";
import { agreementOf, fitsRubric, forGraders, gradersNeeded, handPoints } from "./grading";
import type { Question } from "./test-content";

const words = { en: "?", ru: "?" };
const criteria = [
	{ key: "care", text: words, points: 6 },
	{ key: "plan", text: words, points: 4 },
];
const asks = (graders: 1 | 2, key = "q"): Question => ({
	...{ kind: "long", key, prompt: words, traits: [], letters: 500, rubric: { graders, criteria } },
});
const gave = (...points: number[]) => points.map((given, at) => ({ grader: `grader ${at}`, points: given }));

describe("with 10 points to give and a policy that bears 25 percent", () => {
	it.each([
		["one grader decides alone", 1, [7], 1, 7],
		["nobody has looked", 1, [], 1, null],
		["the first of two waits for the second", 2, [7], 2, null],
		["two who agree count by their mean", 2, [7, 8], 2, 7.5],
		["two who are as far apart as the policy bears count by their mean", 2, [5, 7.5], 2, 6.25],
		["two who are further apart wait for a third", 2, [3, 8], 3, null],
		["of three the middle one counts", 2, [3, 8, 7], 3, 7],
	] as const)("%s", (_what, graders, given, needed, points) => {
		expect(gradersNeeded(asks(graders), gave(...given), 25)).toBe(needed);
		expect(handPoints(asks(graders), gave(...given), 25)).toBe(points);
	});
});

it("shows agreement once two have looked", () => {
	expect(agreementOf(asks(2), gave(7))).toBeNull();
	expect(agreementOf(asks(2), gave(7, 7))).toBe(1);
	expect(agreementOf(asks(2), gave(3, 8))).toBe(0.5);
});

it("leaves to people what is answered and can't be scored by itself", () => {
	const single: Question = {
		...{ kind: "single", key: "choice", prompt: words, traits: [], points: 1, penalty: 0, correct: "a" },
		options: ["a", "b"].map((key) => ({ key, text: words })),
	};
	const given = new Map([
		["written", { kind: "long" as const, text: "I would wait." }],
		["empty", { kind: "long" as const, text: "" }],
		["choice", { kind: "single" as const, option: "a" }],
	]);
	const paper = [single, asks(1, "written"), asks(2, "empty"), asks(2, "left out")];
	expect(forGraders(paper, given).map(({ key }) => key)).toEqual(["written"]);
});

describe("points fit the rubric", () => {
	it.each([
		["when each criterion has some", { care: 6, plan: 0 }, true],
		["in halves", { care: 3.5, plan: 2 }, true],
		["but not in thirds", { care: 3.33, plan: 2 }, false],
		["but not beyond what it is worth", { care: 7, plan: 0 }, false],
		["but not below nothing", { care: -1, plan: 0 }, false],
		["but not with one left out", { care: 6 }, false],
		["but not for what nobody asks", { care: 6, plan: 1, charm: 3 }, false],
	])("%s", (_what, given, fits) =>
		expect(fitsRubric({ graders: 1, criteria }, given as Record<string, number>)).toBe(fits),
	);
});
