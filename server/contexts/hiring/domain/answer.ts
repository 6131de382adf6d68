import { z } from "zod";
import { fileId } from "@/server/kernel/ids";
import { prose } from "@/server/kernel/text";
import type { Question, QuestionKind } from "./test-content";

const chosen = z.string().max(40);

/** What a candidate has answered. Nothing chosen and nothing written is an answer taken back. */
export const answerValue = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("single"), option: chosen.nullable() }),
	z.object({ kind: z.literal("multiple"), options: z.array(chosen).max(12) }),
	z.object({ kind: z.literal("number"), number: z.number().min(-1e12).max(1e12).nullable() }),
	z.object({ kind: z.literal("order"), items: z.array(chosen).max(12) }),
	z.object({ kind: z.literal("short"), text: prose(200) }),
	z.object({ kind: z.literal("long"), text: prose(10_000) }),
	z.object({ kind: z.literal("photo"), fileIds: z.array(fileId).max(4) }),
	z.object({
		kind: z.literal("reaction"),
		times: z.array(z.int().min(0).max(60_000)).max(10),
		falseStarts: z.int().min(0).max(100),
	}),
]);

export type AnswerValue = z.output<typeof answerValue>;
export type AnswerOf<Kind extends QuestionKind> = Extract<AnswerValue, { kind: Kind }>;

/** Whether there is anything to score. */
export function isAnswered(value: AnswerValue | undefined): boolean {
	switch (value?.kind) {
		case undefined:
			return false;
		case "single":
			return value.option !== null;
		case "multiple":
			return value.options.length > 0;
		case "number":
			return value.number !== null;
		case "order":
			return value.items.length > 0;
		case "short":
		case "long":
			return value.text !== "";
		case "photo":
			return value.fileIds.length > 0;
		case "reaction":
			return value.times.length > 0 || value.falseStarts > 0;
	}
}

const sameSet = (some: string[], others: string[]) =>
	some.length === others.length && new Set(some).size === some.length && some.every((one) => others.includes(one));

/** Whether this can be an answer to that question at all: what is chosen is offered, and nothing twice. */
export function answers(question: Question, value: AnswerValue): boolean {
	if (question.kind !== value.kind) return false;
	if (question.kind === "single" && value.kind === "single") {
		return value.option === null || question.options.some(({ key }) => key === value.option);
	}
	if (question.kind === "multiple" && value.kind === "multiple") {
		const offered = question.options.map(({ key }) => key);
		return new Set(value.options).size === value.options.length && value.options.every((one) => offered.includes(one));
	}
	if (question.kind === "order" && value.kind === "order") {
		return (
			value.items.length === 0 ||
			sameSet(
				value.items,
				question.items.map(({ key }) => key),
			)
		);
	}
	if (question.kind === "long" && value.kind === "long") return value.text.length <= question.letters;
	if (question.kind === "reaction" && value.kind === "reaction") return value.times.length <= question.rounds;
	return true;
}
