import { describe, expect, it } from "vitest";
import { isSound, troubleOf, typedWeekOf, weeklyHoursOf } from "./hours";
import { summaryOf } from "./hours-summary";

const span = (weekday: number, from: string, to: string) => ({ weekday, from, to });
const office = [1, 2, 3, 4, 5].map((weekday) => span(weekday, "09:00", "18:00"));

describe("hours in the editor", () => {
	it("come back as they were, midnight included", () => {
		const hours = [...office, span(6, "20:00", "24:00"), span(7, "00:00", "02:00")];
		expect(weeklyHoursOf(typedWeekOf(hours))).toEqual(hours);
	});

	it("begin with usual ones where nothing was said, and with none where there are none", () => {
		expect(weeklyHoursOf(typedWeekOf(null))).toEqual(office);
		expect(weeklyHoursOf(typedWeekOf([]))).toEqual([]);
	});

	it.each([
		["not typed yet", [{ from: "", to: "10:00" }], "missing"],
		["ending before it begins", [{ from: "10:00", to: "09:00" }], "backwards"],
		["until midnight", [{ from: "10:00", to: "00:00" }], null],
		[
			"over another",
			[
				{ from: "10:00", to: "12:00" },
				{ from: "11:00", to: "13:00" },
			],
			"overlap",
		],
		[
			"beside another",
			[
				{ from: "10:00", to: "12:00" },
				{ from: "12:00", to: "13:00" },
			],
			null,
		],
	] as const)("say what is wrong with a stretch %s", (_what, spans, trouble) => {
		expect(troubleOf(spans, 0)).toBe(trouble);
		expect(isSound({ ...typedWeekOf([]), 1: [...spans] })).toBe(trouble === null);
	});
});

describe("hours in short", () => {
	it("put days in a row with the same hours together", () => {
		expect(summaryOf([...office, span(7, "09:00", "18:00")])).toEqual([
			{ days: { first: 1, last: 5 }, spans: [{ from: "09:00", to: "18:00" }] },
			{ days: { first: 7, last: 7 }, spans: [{ from: "09:00", to: "18:00" }] },
		]);
		expect(summaryOf([])).toEqual([]);
	});
});
