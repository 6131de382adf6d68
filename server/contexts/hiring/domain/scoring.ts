import { type AnswerOf, type AnswerValue, isAnswered } from "./answer";
import { isByHand, maxPoints, type Question } from "./test-content";

const toHundredths = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** Nobody sees and presses in less: who does has pressed without looking. */
const QUICKEST_MS = 100;

/**
 * What an answer earns by itself, to the hundredth; null where people have to look. No answer earns nothing and loses
 * nothing, a wrong one loses the question's penalty.
 */
export function scoreOf(question: Question, value: AnswerValue | undefined): number | null {
	if (!value || !isAnswered(value)) return 0;
	if (isByHand(question)) return null;
	const share = shareOf(question, value);
	if (share > 0) return toHundredths(question.points * share);
	return "penalty" in question ? 0 - question.penalty : 0;
}

/** How right it is, from 0 to 1. */
function shareOf(question: Question, value: AnswerValue): number {
	switch (question.kind) {
		case "single":
			return value.kind === "single" && value.option === question.correct ? 1 : 0;
		case "multiple":
			return value.kind === "multiple" ? shareOfChoice(question, value) : 0;
		case "number":
			return value.kind === "number" &&
				value.number !== null &&
				Math.abs(value.number - question.correct) <= question.tolerance + Number.EPSILON
				? 1
				: 0;
		case "order":
			return value.kind === "order" ? shareOfOrder(question, value) : 0;
		case "short":
			return value.kind === "short" && question.accepted.some((one) => plain(one) === plain(value.text)) ? 1 : 0;
		case "reaction":
			return value.kind === "reaction" ? shareOfReaction(question, value) : 0;
		case "long":
		case "photo":
			return 0;
	}
}

type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

function shareOfChoice({ correct, scoring }: Of<"multiple">, { options }: AnswerOf<"multiple">): number {
	const right = options.filter((one) => correct.includes(one)).length;
	const wrong = options.length - right;
	if (scoring === "all") return right === correct.length && wrong === 0 ? 1 : 0;
	return Math.max(0, (right - wrong) / correct.length);
}

/** By pairs: as many as stand right less as many as stand wrong, so that a random order earns nothing on average. */
function shareOfOrder({ items, scoring }: Of<"order">, given: AnswerOf<"order">): number {
	const places = items.map(({ key }) => given.items.indexOf(key));
	if (places.includes(-1)) return 0;
	const pairs = places.flatMap((place, at) => places.slice(at + 1).map((later) => place < later));
	const right = pairs.filter(Boolean).length;
	if (scoring === "all") return right === pairs.length ? 1 : 0;
	return Math.max(0, (2 * right - pairs.length) / pairs.length);
}

/** By the median of the rounds; a round that was missed, or pressed before there was anything to see, is one of the slowest. */
function shareOfReaction({ rounds, fullMs, zeroMs }: Of<"reaction">, { times, falseStarts }: AnswerOf<"reaction">) {
	const seen = times.filter((time) => time >= QUICKEST_MS).slice(0, rounds);
	const missed = rounds - seen.length + Math.min(falseStarts, rounds);
	const all = [...seen, ...Array.from({ length: missed }, () => zeroMs)].sort((a, b) => a - b);
	const middle = all.length / 2;
	const median = ((all[Math.ceil(middle) - 1] ?? zeroMs) + (all[Math.floor(middle)] ?? zeroMs)) / 2;
	return Math.min(1, Math.max(0, (zeroMs - median) / (zeroMs - fullMs)));
}

const plain = (text: string): string =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replaceAll("ё", "е")
		.replace(/[\s.,;:!?"'«»“”-]+/g, " ")
		.trim();

export type TraitPoints = Record<string, { points: number; max: number }>;

/** What a paper came to, once each of its questions has its points. Neither the whole nor a trait falls below nothing. */
export function resultOf(questions: Question[], earned: ReadonlyMap<string, number>) {
	const traits: TraitPoints = {};
	let points = 0;
	let max = 0;
	for (const question of questions) {
		const got = earned.get(question.key) ?? 0;
		const most = maxPoints(question);
		points += got;
		max += most;
		for (const { trait, weight } of question.traits) {
			const sum = traits[trait] ?? { points: 0, max: 0 };
			traits[trait] = { points: sum.points + weight * got, max: sum.max + weight * most };
		}
	}
	for (const [trait, sum] of Object.entries(traits)) {
		traits[trait] = { points: toHundredths(Math.max(0, sum.points)), max: toHundredths(sum.max) };
	}
	return { points: toHundredths(Math.max(0, points)), maxPoints: toHundredths(max), traits };
}
