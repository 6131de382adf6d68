import type { Question, QuestionKind, Section, TestContent } from "@/server/contexts/hiring/contracts/tests";
import { newId } from "@/server/kernel/new-id";

/** Names within a test, which nobody types: unique, and no candidate sees them. */
const newKey = (): string => newId<string>().replaceAll("-", "");

const noWords = () => ({ en: "", ru: "" });
export const newChoice = () => ({ key: newKey(), text: noWords() });
export const newCriterion = () => ({ key: newKey(), text: noWords(), points: 5 });

/** An empty question of a kind, with what the editor begins with. */
export function newQuestion(kind: QuestionKind): Question {
	const asked = { key: newKey(), prompt: noWords(), traits: [] };
	const scored = { ...asked, points: 5, penalty: 0 };
	const rubric = { graders: 2 as const, criteria: [newCriterion()] };
	switch (kind) {
		case "single": {
			const first = newChoice();
			return { ...scored, kind, options: [first, newChoice()], correct: first.key };
		}
		case "multiple": {
			const first = newChoice();
			return { ...scored, kind, options: [first, newChoice()], correct: [first.key], scoring: "each" };
		}
		case "number":
			return { ...scored, kind, correct: 0, tolerance: 0 };
		case "order":
			return { ...scored, kind, items: [newChoice(), newChoice(), newChoice()], scoring: "pairs" };
		case "short":
			return { ...scored, kind, accepted: [] };
		case "long":
			return { ...asked, kind, rubric, letters: 1500 };
		case "photo":
			return { ...asked, kind, rubric };
		case "reaction":
			return { ...asked, kind, points: 10, rounds: 5, fullMs: 320, zeroMs: 1100 };
	}
}

export const newSection = (): Section => ({
	...{ key: newKey(), title: noWords(), intro: noWords(), minutes: null, pick: null, shuffle: true },
	questions: [newQuestion("single")],
});

export const newTest = (): TestContent => ({
	...{ title: noWords(), intro: noWords(), minutes: 30, sections: [newSection()] },
});

/** The list with one thing moved. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
	const next = [...items];
	next.splice(to, 0, ...next.splice(from, 1));
	return next;
}

/** The list with one thing in another's place, or without it. */
export const replaced = <Item>(items: readonly Item[], at: number, ...by: Item[]): Item[] =>
	items.toSpliced(at, 1, ...by);
