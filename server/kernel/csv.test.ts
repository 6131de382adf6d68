import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvAmount, csvLine } from "./csv";

describe("a line of CSV", () => {
	it.each([
		["plain values", ["a", 1, 2n, true, null, undefined], "a,1,2,true,,\r\n"],
		["instants", [new Date("2026-11-22T10:00:00Z")], "2026-11-22T10:00:00.000Z\r\n"],
		["quotes and commas", ['say "miaow", twice'], '"say ""miaow"", twice"\r\n'],
		["line breaks", ["two\nlines"], '"two\nlines"\r\n'],
	])("takes %s", (_what, values, line) => {
		expect(csvLine(values)).toBe(line);
	});

	it.each(["=1+1", "+7999", "-2+3", "@SUM(A1)", "\t=1", " =1", '=HYPERLINK("http://x")', "\r=1"])(
		"keeps a spreadsheet from running %j",
		(text) => {
			expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
		},
	);

	test("numbers below zero stay numbers", () => {
		expect(csvLine([-5, "-40.00"])).toBe("-5,-40.00\r\n");
		expect([csvAmount(9500n), csvAmount(-4005n), csvAmount(null)]).toEqual(["95.00", "-40.05", null]);
	});

	test("whatever is written is one line of as many cells", () => {
		const cells = (line: string) => {
			let count = 1;
			let quoted = false;
			for (const sign of line.slice(0, -2)) {
				if (sign === '"') quoted = !quoted;
				else if (sign === "," && !quoted) count++;
				else if (/[\r\n]/.test(sign)) expect(quoted).toBe(true);
			}
			return count;
		};
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (texts) => {
				expect(cells(csvLine(texts))).toBe(texts.length);
			}),
		);
	});
});
