import { describe, expect, it } from "vitest";
import { jsonLine, median, paragraph, shareOf } from "./report";

const rounds = [
	{ ours: 300, bare: 500 },
	{ ours: 10, bare: 1000 },
	{ ours: 320, bare: 500 },
];
const share = (atLeast: number) =>
	shareOf({ name: "reading", bar: "at least so much", atLeast, rounds, note: "load 1" });

describe("what a benchmark reports", () => {
	it("is the median round's share, so that a disturbed one does not count", () => {
		expect(share(60)).toEqual({
			name: "reading",
			value: 60,
			unit: "%",
			bar: "at least so much",
			holds: true,
			note: "300 requests/s against 500, medians of 3 alternating rounds; load 1",
		});
	});

	it("does not hold below the bar", () => expect(share(61).holds).toBe(false));

	it("is one line of JSON with the fields in their order", () => {
		const line = jsonLine(share(60));
		expect(Object.keys(JSON.parse(line))).toEqual(["name", "value", "unit", "bar", "holds", "note"]);
		expect(line).not.toContain("\n");
	});

	it("says in words whether the bar holds", () => {
		expect(paragraph(share(60))).toMatch(/^holds .*reading.* 60 % .*at least so much\n.*load 1$/);
		expect(paragraph(share(61))).toMatch(/^MISSED /);
	});

	it.each([
		[[3, 1, 2], 2],
		[[4, 1, 2, 3], 2.5],
	])("the median of %j is %d", (values, middle) => expect(median(values)).toBe(middle));

	it("knows no median of nothing", () => expect(() => median([])).toThrow("nothing"));
});
