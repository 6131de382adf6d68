import { describe, expect, it } from "vitest";
import { patienceAfter } from "./collection";

describe("following an invoice that somebody has to settle", () => {
	it("looks hourly ten times, then daily, so that a run of a thousand steps lasts for more than a year", () => {
		const looks = Array.from({ length: 490 }, (_, index) => patienceAfter(index + 1));
		expect(looks.slice(0, 10)).toEqual(Array(10).fill("1h"));
		expect(new Set(looks.slice(10))).toEqual(new Set(["1d"]));
	});
});
