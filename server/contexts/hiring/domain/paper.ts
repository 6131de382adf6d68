import { createHash } from "node:crypto";
import type { AnswerValue } from "./answer";
import type { Question, Section, TestContent } from "./test-content";

const hash = (seed: string, ...parts: string[]): string =>
	createHash("sha256")
		.update([seed, ...parts].join("\n"))
		.digest("hex");

/** In an order that the seed decides, and nothing else: the same seed always gives the same. */
const shuffled = <Item extends { key: string }>(items: Item[], seed: string, about: string): Item[] =>
	items
		.map((item) => ({ item, rank: hash(seed, "shuffle", about, item.key) }))
		.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({ item }) => item);

function withShuffledChoices(question: Question, shuffle: boolean, seed: string): Question {
	if (question.kind === "order") return { ...question, items: displaced(question.items, seed, question.key) };
	if (!shuffle || !("options" in question)) return question;
	return { ...question, options: shuffled(question.options, seed, question.key) };
}

/** As shuffled, but never in the right order by chance: that would be a question without a task. */
function displaced<Item extends { key: string }>(items: Item[], seed: string, about: string): Item[] {
	const mixed = shuffled(items, seed, about);
	const isRight = mixed.every(({ key }, at) => key === items[at]?.key);
	return isRight ? mixed.toReversed() : mixed;
}

export type PaperSection = Omit<Section, "pick" | "shuffle"> & {
	/** As the candidate sees them: chosen from the pool, in the candidate's order. */
	questions: Question[];
	/** The items of `order` questions in the right order, which the shuffled ones no longer tell. */
	asWritten: Question[];
};

/** The paper of one candidate: which questions out of which pools, in which order. */
export const paperOf = ({ sections }: TestContent, seed: string): PaperSection[] =>
	sections.map(({ pick, shuffle, questions, ...section }) => {
		const drawn = pick === null ? questions : shuffled(questions, seed, `pool:${section.key}`).slice(0, pick);
		const order = shuffle
			? shuffled(drawn, seed, `order:${section.key}`)
			: questions.filter((question) => drawn.includes(question));
		return {
			...section,
			questions: order.map((question) => withShuffledChoices(question, shuffle, seed)),
			asWritten: order,
		};
	});

/** What something is called before the candidate. Names given in the office, and their order, may tell too much. */
export const alias = (seed: string, ...parts: string[]): string => hash(seed, "alias", ...parts).slice(0, 16);

const translated = (keys: { key: string }[], seed: string, about: string) =>
	new Map(keys.map(({ key }) => [alias(seed, about, key), key]));

/** An answer in the office's names, as they are kept. What nobody was offered stays unknown. */
export function fromAliases(question: Question, value: AnswerValue, seed: string): AnswerValue {
	const own = (items: { key: string }[]) => {
		const names = translated(items, seed, question.key);
		return (given: string) => names.get(given) ?? "?";
	};
	if (question.kind === "single" && value.kind === "single") {
		return { ...value, option: value.option === null ? null : own(question.options)(value.option) };
	}
	if (question.kind === "multiple" && value.kind === "multiple") {
		return { ...value, options: value.options.map(own(question.options)) };
	}
	if (question.kind === "order" && value.kind === "order") {
		return { ...value, items: value.items.map(own(question.items)) };
	}
	return value;
}

/** An answer in the names that the candidate's browser knows. */
export function toAliases(question: Question, value: AnswerValue, seed: string): AnswerValue {
	const named = (key: string) => alias(seed, question.key, key);
	if (value.kind === "single") return { ...value, option: value.option === null ? null : named(value.option) };
	if (value.kind === "multiple") return { ...value, options: value.options.map(named) };
	if (value.kind === "order") return { ...value, items: value.items.map(named) };
	return value;
}

/** How long each round of a reaction task lets one wait, in milliseconds: not to be learned by heart. */
export const waitsOf = (seed: string, question: string, rounds: number): number[] =>
	Array.from({ length: rounds }, (_, round) => {
		const share = Number.parseInt(hash(seed, "wait", question, String(round)).slice(0, 8), 16) / 0xffffffff;
		return Math.round(900 + share * 2600);
	});
