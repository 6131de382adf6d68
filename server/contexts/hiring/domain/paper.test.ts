import { describe, expect, it } from "vitest";
import { alias, fromAliases, paperOf, toAliases, waitsOf } from "./paper";
import { publicSection } from "./public-question";
import { isInTime, limitFrom, sectionDeadline } from "./taking-time";
import { type Question, type TestContent, testContent } from "./test-content";

const PLANTED = "PLANTED-SECRET";
const words = (text = "visible") => ({ en: text, ru: text });
const traits = [{ trait: "planted-secret", weight: 3.21987 }];
const scored = { traits, points: 87, penalty: 43 };
const choices = [1, 2, 3, 4, 5].map((at) => ({ key: `planted-secret-${at}`, text: words(`choice ${at}`) }));
const rubric = { graders: 2 as const, criteria: [{ key: "planted-secret", text: words(PLANTED), points: 61 }] };
const asked = (key: string) => ({ key: `planted-secret-${key}`, prompt: words(`Question ${key}?`) });

/** One question of each kind, a secret in all that is not for candidates. */
const questions: Question[] = [
	{ ...asked("a"), ...scored, kind: "single", options: choices, correct: "planted-secret-1" },
	{ ...asked("b"), ...scored, kind: "multiple", options: choices, correct: ["planted-secret-2"], scoring: "each" },
	{ ...asked("c"), ...scored, kind: "number", correct: 987_654.5, tolerance: 0.777 },
	{ ...asked("d"), ...scored, kind: "order", items: choices, scoring: "pairs" },
	{ ...asked("e"), ...scored, kind: "short", accepted: [PLANTED] },
	{ ...asked("f"), traits, kind: "long", rubric, letters: 500 },
	{ ...asked("g"), traits, kind: "photo", rubric },
	{ ...asked("h"), traits, kind: "reaction", points: 87, rounds: 3, fullMs: 321, zeroMs: 1234 },
];
const content = (over: Partial<TestContent["sections"][number]> = {}): TestContent => ({
	...{ title: words(), intro: words(), minutes: 30 },
	sections: [
		{
			...{ key: "planted-secret", title: words(), intro: words(), minutes: 10, pick: null, shuffle: true, questions },
			...over,
		},
	],
});
const only = (test: TestContent, seed: string) => {
	const [section] = paperOf(test, seed);
	if (!section) throw new Error("no section");
	return section;
};
const keys = (test: TestContent, seed: string) => only(test, seed).questions.map(({ key }) => key);
const seeds = Array.from({ length: 40 }, (_, at) => `seed ${at}`);

describe("a paper", () => {
	it("is the same whenever the same seed draws it, and another for another", () => {
		expect(keys(content(), "one")).toEqual(keys(content(), "one"));
		expect(new Set(seeds.map((seed) => keys(content(), seed).join())).size).toBeGreaterThan(30);
	});

	it("draws as many from the pool as are asked for, each question for somebody", () => {
		const drawn = seeds.map((seed) => keys(content({ pick: 3 }), seed));
		expect(drawn.every((paper) => paper.length === 3 && new Set(paper).size === 3)).toBe(true);
		expect(new Set(drawn.flat()).size).toBe(questions.length);
	});

	it("keeps the written order where it is not shuffled, and mixes what is to be put in order all the same", () => {
		const written = content({ shuffle: false, pick: 5 });
		for (const seed of seeds) {
			expect(keys(written, seed)).toEqual(keys(written, seed).toSorted());
			const mixed = only(content({ shuffle: false }), seed).questions.find(({ kind }) => kind === "order");
			expect(mixed && "items" in mixed && mixed.items.map(({ key }) => key)).not.toEqual(choices.map(({ key }) => key));
		}
	});

	it("lets one wait differently in each round, never less than a moment and never too long", () => {
		const waits = seeds.flatMap((seed) => waitsOf(seed, "q", 5));
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(900);
		expect(Math.max(...waits)).toBeLessThanOrEqual(3500);
		expect(new Set(waits).size).toBeGreaterThan(150);
	});
});

describe("what a candidate's browser is told", () => {
	it("has none of the planted keys, points, weights, thresholds and rubrics, in names or in values", () => {
		for (const seed of seeds.slice(0, 5)) {
			const told = JSON.stringify(publicSection(only(content(), seed), seed));
			expect(told).not.toMatch(/planted|PLANTED|987654|0\.777|3\.21987|\b(87|43|61|321|1234)\b/);
			expect(told).not.toMatch(
				/correct|points|penalty|weight|trait|rubric|accepted|tolerance|scoring|fullMs|zeroMs|pick|graders/,
			);
		}
	});

	it("is a name of its own for each choice, which leads back to the office's name", () => {
		for (const question of questions) {
			const values = {
				single: { kind: "single" as const, option: "planted-secret-3" },
				multiple: { kind: "multiple" as const, options: ["planted-secret-2", "planted-secret-5"] },
				order: { kind: "order" as const, items: choices.map(({ key }) => key).toReversed() },
			};
			const value = question.kind in values ? values[question.kind as keyof typeof values] : null;
			if (!value) continue;
			const told = toAliases(question, value, "seed");
			expect(JSON.stringify(told)).not.toContain("planted");
			expect(fromAliases(question, told, "seed")).toEqual(value);
		}
		expect(alias("one", "q", "a")).not.toBe(alias("two", "q", "a"));
	});
});

describe("a test can be published", () => {
	const [single, multiple] = questions as [Question, Question];
	it.each<[string, TestContent, boolean]>([
		["when it is whole", content(), true],
		["but not with one key twice", content({ questions: [single, single] }), false],
		["but not with a pool that is too small", content({ pick: 9 }), false],
		[
			"but not with a right answer that nobody is offered",
			content({ questions: [{ ...single, correct: "z" } as Question] }),
			false,
		],
		[
			"but not with one choice twice",
			content({ questions: [{ ...multiple, options: [...choices, ...choices.slice(0, 1)] } as Question] }),
			false,
		],
		["but not without questions", content({ questions: [] }), false],
	])("%s", (_what, test, whole) => expect(testContent.safeParse(test).success).toBe(whole));
});

describe("time", () => {
	const start = new Date("2026-11-23T10:00:00Z");
	const at = (time: string) => new Date(`2026-11-23T${time}Z`);

	it.each([
		[30, 0, "10:30:00"],
		[30, 50, "10:45:00"],
		[20, 25, "10:25:00"],
		[1, 300, "10:04:00"],
	])("%i minutes with %i percent more end at %s", (limit, extra, end) => {
		expect(limitFrom(start, limit, extra)).toEqual(at(end));
	});

	it.each([
		["lasts as long as the test where it has no limit", null, "10:30:00"],
		["lasts its own time", 10, "10:10:00"],
		["never lasts longer than the test", 45, "10:30:00"],
	])("a section %s", (_what, limit, end) => {
		expect(sectionDeadline(start, { limit, extraPercent: 0, testDeadline: at("10:30:00") })).toEqual(at(end));
	});

	it.each([
		["10:29:59", true],
		["10:30:00", true],
		["10:30:30", true],
		["10:30:31", false],
	])("with a grace of 30 seconds an answer that comes at %s counts: %s", (now, counts) => {
		expect(isInTime(at(now), at("10:30:00"), 30)).toBe(counts);
	});
});
