import type { z } from "zod";

/** What a zod issue amounts to for the person: a key of `common.validation` with its values. */
export type IssueWords =
	| { key: "required" | "tick" | "chooseOne" | "email" | "number" | "money" | "date" | "invalid" }
	| { key: "tooShort" | "tooFew"; values: { min: number } }
	| { key: "tooLong" | "tooMany"; values: { max: number } }
	| { key: "tooSmall"; values: { min: number | bigint } }
	| { key: "tooBig"; values: { max: number | bigint } };

const isEmpty = (input: unknown): boolean => input === undefined || input === null || input === "";

/** Reads a zod issue. Sizes of dates and other things without a sensible number are simply invalid. */
export function issueWords(issue: z.core.$ZodRawIssue): IssueWords {
	switch (issue.code) {
		case "invalid_type":
			if (isEmpty(issue.input)) return { key: "required" };
			if (issue.expected === "number" || issue.expected === "int") return { key: "number" };
			if (issue.expected === "bigint") return { key: "money" };
			return { key: issue.expected === "date" ? "date" : "invalid" };
		case "too_small":
			if (isEmpty(issue.input)) return { key: "required" };
			return tooSmall(String(issue.origin), Number(issue.minimum), issue.minimum);
		case "too_big":
			return tooBig(String(issue.origin), Number(issue.maximum), issue.maximum);
		case "invalid_value":
			return { key: issue.values.length === 1 && issue.values[0] === true ? "tick" : "chooseOne" };
		case "invalid_union":
			return { key: "chooseOne" };
		case "invalid_format":
			if (isEmpty(issue.input)) return { key: "required" };
			return { key: issue.format === "email" ? "email" : "invalid" };
		default:
			return { key: "invalid" };
	}
}

function tooSmall(origin: string, min: number, minimum: unknown): IssueWords {
	if (origin === "string") return min <= 1 ? { key: "required" } : { key: "tooShort", values: { min } };
	if (origin === "array" || origin === "set") return { key: "tooFew", values: { min } };
	if (origin === "date") return { key: "invalid" };
	return isAmount(minimum) ? { key: "tooSmall", values: { min: minimum } } : { key: "invalid" };
}

function tooBig(origin: string, max: number, maximum: unknown): IssueWords {
	if (origin === "string") return { key: "tooLong", values: { max } };
	if (origin === "array" || origin === "set") return { key: "tooMany", values: { max } };
	if (origin === "date") return { key: "invalid" };
	return isAmount(maximum) ? { key: "tooBig", values: { max: maximum } } : { key: "invalid" };
}

const isAmount = (value: unknown): value is number | bigint => typeof value === "number" || typeof value === "bigint";
