import { describe, expect, it } from "vitest";
import type { FileId } from "@/server/kernel/ids";
import { type AnswerValue, answers } from "./answer";
import { resultOf, scoreOf } from "./scoring";
import type { Question } from "./test-content";

const words = { en: "?", ru: "?" };
const asked = { key: "q", prompt: words, traits: [] };
const scored = { ...asked, points: 6, penalty: 2 };
const choices = (...keys: string[]) => keys.map((key) => ({ key, text: words }));
const rubric = { graders: 2 as const, criteria: [{ key: "care", text: words, points: 5 }] };

const single: Question = { ...scored, kind: "single", options: choices("a", "b", "c"), correct: "b" };
const multiple = (scoring: "all" | "each"): Question => ({
	...{ ...scored, kind: "multiple", options: choices("a", "b", "c", "d", "e"), correct: ["a", "b", "c"], scoring },
});
const number: Question = { ...scored, kind: "number", correct: 12.5, tolerance: 0.5 };
const order = (scoring: "all" | "pairs"): Question => ({
	...{ ...scored, kind: "order", items: choices("a", "b", "c", "d"), scoring },
});
const short: Question = { ...scored, kind: "short", accepted: ["Fire brigade", "пожарные", "Ёлка"] };
const long: Question = { ...asked, kind: "long", rubric, letters: 100 };
const photo: Question = { ...asked, kind: "photo", rubric };
const reaction: Question = { ...asked, kind: "reaction", points: 6, rounds: 4, fullMs: 300, zeroMs: 900 };

const chosen = (...options: string[]): AnswerValue => ({ kind: "multiple", options });
const ordered = (...items: string[]): AnswerValue => ({ kind: "order", items });
const written = (text: string): AnswerValue => ({ kind: "short", text });
const pressed = (times: number[], falseStarts = 0): AnswerValue => ({ kind: "reaction", times, falseStarts });

describe("an answer earns", () => {
	it.each<[string, Question, AnswerValue | undefined, number | null]>([
		["all for the right choice", single, { kind: "single", option: "b" }, 6],
		["minus the penalty for a wrong one", single, { kind: "single", option: "a" }, -2],
		["nothing when it is not there", single, undefined, 0],
		["nothing when it was taken back", single, { kind: "single", option: null }, 0],
		["all for exactly the right ones", multiple("all"), chosen("c", "a", "b"), 6],
		["minus the penalty when one is missing and all are asked for", multiple("all"), chosen("a", "b"), -2],
		["a part for some of the right ones", multiple("each"), chosen("a", "b"), 4],
		["a part less for a wrong one among them", multiple("each"), chosen("a", "b", "d"), 2],
		["minus the penalty when wrong ones outweigh", multiple("each"), chosen("a", "d", "e"), -2],
		["minus the penalty for choosing everything blindly", multiple("each"), chosen("d", "e"), -2],
		["all for a number within the tolerance", number, { kind: "number", number: 13 }, 6],
		["minus the penalty for one beyond it", number, { kind: "number", number: 13.1 }, -2],
		["all for the right order", order("pairs"), ordered("a", "b", "c", "d"), 6],
		["a part for one neighbour out of place", order("pairs"), ordered("b", "a", "c", "d"), 4],
		["minus the penalty for the reverse", order("pairs"), ordered("d", "c", "b", "a"), -2],
		["minus the penalty for nearly right where all is asked", order("all"), ordered("b", "a", "c", "d"), -2],
		["all for an accepted word however it is written", short, written("  «FIRE   brigade!» "), 6],
		["all for ё written as е", short, written("елка"), 6],
		["minus the penalty for another word", short, written("water"), -2],
		["what people say, for a text", long, { kind: "long", text: "I would call." }, null],
		[
			"what people say, for a photo",
			photo,
			{ kind: "photo", fileIds: ["00000000-0000-7000-8000-000000000000" as FileId] },
			null,
		],
		["nothing for a text that is not there, without anybody looking", long, { kind: "long", text: "" }, 0],
		["all for quick paws", reaction, pressed([290, 300, 250, 280]), 6],
		["half for middling ones, by the median", reaction, pressed([600, 200, 600, 900]), 3],
		["nothing for slow ones", reaction, pressed([950, 900, 1000, 990]), 0],
		["less when rounds were missed", reaction, pressed([300, 300]), 3],
		["less for pressing before there is anything", reaction, pressed([300, 300, 300, 300], 4), 3],
		["nothing for what nobody can do", reaction, pressed([10, 10, 10, 10]), 0],
	])("%s", (_what, question, value, points) => expect(scoreOf(question, value)).toBe(points));
});

describe("an answer fits its question", () => {
	it.each<[string, Question, AnswerValue, boolean]>([
		["when it is of its kind", single, { kind: "single", option: "a" }, true],
		["but not when it is of another", single, written("a"), false],
		["but not when nobody offered that", single, { kind: "single", option: "z" }, false],
		["but not with one choice twice", multiple("all"), chosen("a", "a"), false],
		["when it is taken back", order("all"), ordered(), true],
		["but not with an item missing", order("all"), ordered("a", "b", "c"), false],
		["but not with an item twice", order("all"), ordered("a", "b", "c", "c"), false],
		["but not when it is too long", long, { kind: "long", text: "x".repeat(101) }, false],
		["but not with more rounds than there are", reaction, pressed([1, 2, 3, 4, 5]), false],
	])("%s", (_what, question, value, fits) => expect(answers(question, value)).toBe(fits));
});

describe("a paper comes to", () => {
	const about = (key: string, weights: Record<string, number>): Question => ({
		...{ ...single, key, traits: Object.entries(weights).map(([trait, weight]) => ({ trait, weight })) },
	});
	const questions = [about("one", { patience: 1, speed: 0.5 }), about("two", { patience: 2 })];

	it.each([
		["all", { one: 6, two: 6 }, 12, { patience: 18, speed: 3 }],
		["a weighed part for each trait", { one: 6, two: 0 }, 6, { patience: 6, speed: 3 }],
		["what a wrong answer leaves", { one: 6, two: -2 }, 4, { patience: 2, speed: 3 }],
		["never less than nothing", { one: -2, two: -2 }, 0, { patience: 0, speed: 0 }],
		["nothing where nothing was given", {}, 0, { patience: 0, speed: 0 }],
	])("%s", (_what, earned, points, traits) => {
		const result = resultOf(questions, new Map(Object.entries(earned)));
		expect(result).toMatchObject({ points, maxPoints: 12 });
		expect(result.traits).toEqual({
			patience: { points: traits.patience, max: 18 },
			speed: { points: traits.speed, max: 3 },
		});
	});
});
