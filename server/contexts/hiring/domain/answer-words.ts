import type { AnswerValue } from "./answer";
import type { Question } from "./test-content";

type Locale = "en" | "ru";
/** What somebody answered, as people would say it; photos by how many there are. */
type Told = string | number | string[] | { photos: number } | { milliseconds: number[] } | null;

/** An answer for whoever gave it: in the words of the question, and nothing of what would have been right. */
export function answerInWords(question: Question, value: AnswerValue, locale: Locale): Told {
	const choices = "options" in question ? question.options : "items" in question ? question.items : [];
	const named = (key: string) => choices.find((choice) => choice.key === key)?.text[locale] ?? "";
	switch (value.kind) {
		case "single":
			return value.option === null ? null : named(value.option);
		case "multiple":
			return value.options.map(named);
		case "order":
			return value.items.map(named);
		case "number":
			return value.number;
		case "short":
		case "long":
			return value.text;
		case "photo":
			return { photos: value.fileIds.length };
		case "reaction":
			return { milliseconds: value.times };
	}
}
