import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineList, fromCursor, toCursor } from "./list";

const jars = defineList({
	name: "jars",
	filters: { colour: z.enum(["red", "blue"]), search: z.string().max(10) },
	sorts: { filled: ["instant", "count"], label: ["text", "id"] },
	sort: "filled",
	order: "desc",
});

const asked = (query: string) => jars.fromAddress(new URLSearchParams(query));

describe("a list's address", () => {
	it("asks for the first page as the list is sorted by itself when it says nothing", () => {
		expect(asked("")).toEqual({ sort: "filled", order: "desc", limit: 50 });
	});

	it("says filters, sort, order and place", () => {
		const after = toCursor(["2026-11-24T07:00:00.123456+00:00", 7]);
		expect(asked(`colour=red&search=jam&order=asc&after=${encodeURIComponent(after)}`)).toEqual({
			colour: "red",
			search: "jam",
			sort: "filled",
			order: "asc",
			after,
			limit: 50,
		});
	});

	it.each([
		"colour=green",
		"search=",
		"search=longer%20than%20ten",
		"sort=price",
		"order=up",
		"after=nonsense",
		"after=2026-11-24T07:00:00Z",
		"after=2026-11-24T07:00:00Z~x",
		"after=0001-01-01T00:00:00Z~1",
		"after=%25E0~1",
		"sort=label&order=desc&after=2026-11-24T07:00:00Z~1",
		"limit=100000",
		"unknown=1",
	])("leaves out what can't be meant: %s", (query) => {
		const { sort: _sort, ...rest } = asked(query);
		expect(rest).toEqual({ order: "desc", limit: 50 });
	});
});

describe("the input of a list's procedure", () => {
	it("refuses a place that the list has not", () => {
		expect(jars.input.safeParse({ after: "2026-11-24T07:00:00Z~12" }).success).toBe(true);
		for (const after of ["", "12", "a~12", "2026-11-24T07:00:00Z~12~12", "2026-11-24T07:00:00Z~99999999999"])
			expect(jars.input.safeParse({ after }).success, after).toBe(false);
	});

	it("takes any text for a place in a list that is sorted by text, but no NUL", () => {
		const id = "0190f0d6-0000-7000-8000-000000000000";
		expect(fromCursor(toCursor(["a\u0000b", id]), ["text", "id"])).toBeNull();
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
				fc.pre(!text.includes("\u0000"));
				expect(fromCursor(toCursor([text, id]), ["text", "id"])).toEqual([text, id]);
			}),
		);
	});
});
