import { describe, expect, test } from "vitest";
import { z } from "zod";
import { toDay, toLocalDate } from "../calendar-day";
import { photoTrouble } from "../photo-trouble";
import { flatErrors } from "./flat-errors";
import { type IssueWords, issueWords } from "./issue-words";

/** What the first issue of a value amounts to. */
function words(schema: z.ZodType, value: unknown): IssueWords | undefined {
	let found: IssueWords | undefined;
	const { error } = schema.safeParse(value, {
		error: (issue) => {
			found ??= issueWords(issue);
			return "";
		},
	});
	expect(error?.issues).not.toHaveLength(0);
	return found;
}

describe("an issue of a schema becomes words", () => {
	test.each<[name: string, schema: z.ZodType, value: unknown, expected: IssueWords]>([
		["nothing where text is asked for", z.string().min(1), "", { key: "required" }],
		["nothing where more is asked for", z.string().trim().min(5), "  ", { key: "required" }],
		["nothing at all", z.string(), undefined, { key: "required" }],
		["an empty choice of an id", z.uuid(), "", { key: "required" }],
		["too short", z.string().min(5), "abc", { key: "tooShort", values: { min: 5 } }],
		["too long", z.string().max(3), "abcd", { key: "tooLong", values: { max: 3 } }],
		["no e-mail", z.email(), "cat", { key: "email" }],
		["another format", z.iso.date(), "yesterday", { key: "invalid" }],
		["no number", z.number(), "many", { key: "number" }],
		["a number too small", z.int().min(1), 0, { key: "tooSmall", values: { min: 1 } }],
		["money that is no amount", z.bigint(), "?", { key: "money" }],
		["money too much", z.bigint().max(500n), 501n, { key: "tooBig", values: { max: 500n } }],
		["none of the choices", z.enum(["a", "b"]), "c", { key: "chooseOne" }],
		["a box that must be ticked", z.literal(true), false, { key: "tick" }],
		["too few", z.array(z.string()).min(2), ["a"], { key: "tooFew", values: { min: 2 } }],
		["too many", z.array(z.string()).max(1), ["a", "b"], { key: "tooMany", values: { max: 1 } }],
		["a date too early", z.date().min(new Date("2026-01-01")), new Date("2025-01-01"), { key: "invalid" }],
	])("%s", (_, schema, value, expected) => expect(words(schema, value)).toEqual(expected));

	test("a rule of its own names its refusal, and is not overruled", () => {
		const schema = z.string().refine(() => false, "ordering.start_in_past");
		const { error } = schema.safeParse("x", { error: () => "other" });
		expect(error?.issues[0]?.message).toBe("ordering.start_in_past");
	});
});

describe("the errors of a form", () => {
	test("are flattened with their full names", () => {
		expect(
			flatErrors({
				description: { type: "too_small", message: "Fill this in" },
				place: { zoneId: { type: "x", message: "Choose one" }, note: undefined },
				items: [undefined, { name: { type: "x", message: "Fill this in" } }],
				root: { type: "server", message: "No" },
			} as never),
		).toEqual([
			{ name: "description", message: "Fill this in" },
			{ name: "place.zoneId", message: "Choose one" },
			{ name: "items.1.name", message: "Fill this in" },
		]);
	});
});

describe("calendar days", () => {
	test("go to the calendar and come back, whatever zone the browser is in", () => {
		for (const day of ["2026-01-01", "2026-03-29", "2026-10-25", "2026-12-31", "2028-02-29"]) {
			expect(toDay(toLocalDate(day))).toBe(day);
		}
	});
});

describe("a photo", () => {
	const megabyte = 1024 * 1024;
	test("is refused before it is sent when the server would refuse it", () => {
		expect(photoTrouble({ size: 3 * megabyte, type: "image/jpeg" }, 15)).toBeNull();
		expect(photoTrouble({ size: 15 * megabyte, type: "image/heic" }, 15)).toBeNull();
		expect(photoTrouble({ size: 15.5 * megabyte, type: "image/jpeg" }, 15)).toEqual({
			reason: "tooBig",
			details: { size: "15.5", limit: "15" },
		});
		expect(photoTrouble({ size: 10, type: "application/pdf" }, 15)?.reason).toBe("notAnImage");
	});

	test("of a kind that the browser does not know is left to the server", () => {
		expect(photoTrouble({ size: 10, type: "" }, 15)).toBeNull();
	});
});
