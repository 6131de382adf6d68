import { alias, type PaperSection, waitsOf } from "./paper";
import type { Question } from "./test-content";

type Words = { en: string; ru: string };
type Choice = { key: string; text: Words };
type Asked = { key: string; prompt: Words };

/** What a candidate's browser is told of a question: nothing of right answers, points, weights, traits or rubrics. */
export type PublicQuestion = Asked &
	(
		| { kind: "single" | "multiple"; options: Choice[] }
		| { kind: "order"; items: Choice[] }
		| { kind: "number" | "short" | "photo" }
		| { kind: "long"; letters: number }
		| { kind: "reaction"; waits: number[] }
	);

export type PublicSection = { title: Words; intro: Words; minutes: number | null; questions: PublicQuestion[] };

/** Says field by field what goes out, so that what is added to a question later stays inside. */
function publicQuestion(question: Question, seed: string): PublicQuestion {
	const asked: Asked = { key: alias(seed, "question", question.key), prompt: words(question.prompt) };
	const choices = (items: Choice[]) =>
		items.map(({ key, text }) => ({ key: alias(seed, question.key, key), text: words(text) }));
	switch (question.kind) {
		case "single":
		case "multiple":
			return { ...asked, kind: question.kind, options: choices(question.options) };
		case "order":
			return { ...asked, kind: "order", items: choices(question.items) };
		case "number":
		case "short":
		case "photo":
			return { ...asked, kind: question.kind };
		case "long":
			return { ...asked, kind: "long", letters: question.letters };
		case "reaction":
			return { ...asked, kind: "reaction", waits: waitsOf(seed, question.key, question.rounds) };
	}
}

export const publicSection = (section: PaperSection, seed: string): PublicSection => ({
	title: words(section.title),
	intro: words(section.intro),
	minutes: section.minutes,
	questions: section.questions.map((question) => publicQuestion(question, seed)),
});

const words = ({ en, ru }: Words): Words => ({ en, ru });
