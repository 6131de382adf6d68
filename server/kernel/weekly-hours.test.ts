import { describe, expect, it } from "vitest";
import { instantAt } from "./calendar";
import { wallPieces } from "./wall-pieces";
import { dayOffTouched, dayRange, type WeeklySpan, weeklySpan, withinHours } from "./weekly-hours";

const zone = "Europe/Moscow";
const between = (from: string, to: string, timeZone = zone) => {
	const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11), timeZone);
	return wallPieces({ from: at(from), to: at(to) }, timeZone);
};
const span = (weekday: number, from: string, to: string): WeeklySpan => ({ weekday, from, to });

describe("a period on the wall", () => {
	it("is one piece within a day, and two over midnight", () => {
		expect(between("2026-11-23 09:30", "2026-11-23 11:00")).toEqual([
			{ date: "2026-11-23", weekday: 1, from: 570, to: 660 },
		]);
		expect(between("2026-11-29 23:00", "2026-11-30 01:00")).toEqual([
			{ date: "2026-11-29", weekday: 7, from: 1380, to: 1440 },
			{ date: "2026-11-30", weekday: 1, from: 0, to: 60 },
		]);
		expect(between("2026-11-23 22:00", "2026-11-24 00:00")).toHaveLength(1);
	});

	it("leaves out the hour that the clock skips in spring", () => {
		expect(between("2026-03-29 01:30", "2026-03-29 03:30", "Europe/Berlin")).toEqual([
			{ date: "2026-03-29", weekday: 7, from: 90, to: 120 },
			{ date: "2026-03-29", weekday: 7, from: 180, to: 210 },
		]);
	});

	it("has the hour that comes twice in autumn twice", () => {
		const from = instantAt("2026-10-25", "01:30", "Europe/Berlin");
		const twoHours = { from, to: new Date(from.getTime() + 2 * 3_600_000) };
		expect(wallPieces(twoHours, "Europe/Berlin")).toEqual([
			{ date: "2026-10-25", weekday: 7, from: 90, to: 180 },
			{ date: "2026-10-25", weekday: 7, from: 120, to: 150 },
		]);
	});
});

describe("weekly hours", () => {
	const monday = [span(1, "13:00", "18:00"), span(1, "09:00", "12:00")];

	it.each([
		["all of it within", "2026-11-23 09:00", "2026-11-23 12:00", true],
		["a minute too long", "2026-11-23 09:00", "2026-11-23 12:01", false],
		["over the break", "2026-11-23 11:00", "2026-11-23 14:00", false],
		["on another weekday", "2026-11-24 09:00", "2026-11-24 10:00", false],
	])("%s", (_what, from, to, within) => {
		expect(withinHours(monday, between(from, to))).toBe(within);
	});

	it("that touch count as one, also at midnight", () => {
		const night = [span(1, "20:00", "22:00"), span(1, "22:00", "24:00"), span(2, "00:00", "02:00")];
		expect(withinHours(night, between("2026-11-23 21:00", "2026-11-24 01:30"))).toBe(true);
		expect(withinHours(night, between("2026-11-23 21:00", "2026-11-24 02:30"))).toBe(false);
	});

	it("mean the wall's clock in summer and in winter", () => {
		const hours = [span(3, "09:00", "17:00")];
		expect(withinHours(hours, between("2026-07-01 09:00", "2026-07-01 17:00", "Europe/Berlin"))).toBe(true);
		expect(withinHours(hours, between("2026-12-02 09:00", "2026-12-02 17:00", "Europe/Berlin"))).toBe(true);
	});

	it("end after they begin", () => {
		expect(weeklySpan.safeParse(span(1, "09:00", "24:00")).success).toBe(true);
		expect(weeklySpan.safeParse(span(1, "09:00", "09:00")).success).toBe(false);
		expect(weeklySpan.safeParse(span(8, "09:00", "10:00")).success).toBe(false);
		expect(dayRange.safeParse({ first: "2026-12-02", last: "2026-12-01" }).success).toBe(false);
	});
});

describe("days off", () => {
	const off = [{ first: "2026-12-01", last: "2026-12-03" }];

	it.each([
		["the evening before", "2026-11-30 20:00", "2026-12-01 00:00", false],
		["over the midnight that begins them", "2026-11-30 23:00", "2026-12-01 00:30", true],
		["on the last day", "2026-12-03 23:00", "2026-12-04 01:00", true],
		["the day after", "2026-12-04 00:00", "2026-12-04 01:00", false],
	])("%s", (_what, from, to, touched) => {
		expect(dayOffTouched(off, between(from, to)) !== undefined).toBe(touched);
	});
});
