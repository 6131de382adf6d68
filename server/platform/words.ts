/**
 * A question to PostgreSQL's text search for all words of a text, each perhaps only begun, numbers whole: a digit alone begins too
 * many. Null when there is no word in it.
 */
export function begunWords(text: string | undefined): string | null {
	const words = (text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.map((word) => (/^\p{N}+$/u.test(word) ? `'${word}'` : `'${word}':*`)).join(" & ") || null;
}
