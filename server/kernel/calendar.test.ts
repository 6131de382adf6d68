import { describe, expect, it } from "vitest";
import {
	businessDate,
	calendarWeeks,
	dayOf,
	instantAt,
	monthOf,
	nextMonthlyCutoff,
	nextWeeklyCutoff,
	wallClock,
	wallTimeExists,
	weekOf,
} from "./calendar";

const zones = ["Europe/Moscow", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"];
const sunday = (timeZone: string) => ({ timeZone, weekday: 7, time: "22:00" });
const monthEnd = (timeZone: string) => ({ timeZone, time: "22:00" });
const start = new Date("2026-01-01T00:00:00Z");

describe.each(zones)("in %s", (timeZone) => {
	it("104 weeks follow each other without gap or overlap, each ending on a Sunday at 22:00", () => {
		let at = start;
		for (let week = 0; week < 104; week++) {
			const { from, to } = weekOf(at, sunday(timeZone));
			expect(at >= from && at < to).toBe(true);
			expect(wallClock(to, timeZone)).toMatchObject({ weekday: 7, time: "22:00" });
			expect(weekOf(to, sunday(timeZone)).from).toEqual(to);
			expect(weekOf(new Date(to.getTime() - 1), sunday(timeZone)).to).toEqual(to);
			at = to;
		}
		expect(businessDate(at, timeZone)).toBe("2027-12-26");
	});

	it("24 months follow each other, each ending on its last day at 22:00", () => {
		let at = start;
		for (let month = 0; month < 24; month++) {
			const { from, to } = monthOf(at, monthEnd(timeZone));
			expect(at >= from && at < to).toBe(true);
			expect(wallClock(to, timeZone).time).toBe("22:00");
			expect(businessDate(new Date(to.getTime() + 86_400_000), timeZone).slice(-2)).toBe("01");
			expect(monthOf(to, monthEnd(timeZone)).from).toEqual(to);
			at = to;
		}
	});
});

describe("a cut-off", () => {
	const moscow = sunday("Europe/Moscow");

	it("that is now is the last week's; the next is in seven days", () => {
		const cutoff = new Date("2026-11-22T19:00:00Z");
		expect(nextWeeklyCutoff(cutoff, moscow)).toEqual(new Date("2026-11-29T19:00:00Z"));
		expect(nextWeeklyCutoff(new Date("2026-11-22T18:59:59.999Z"), moscow)).toEqual(cutoff);
	});

	it("keeps its wall-clock time over a change of the clocks", () => {
		const berlin = sunday("Europe/Berlin");
		expect(nextWeeklyCutoff(new Date("2026-03-29T00:00:00Z"), berlin)).toEqual(new Date("2026-03-29T20:00:00Z"));
		expect(nextWeeklyCutoff(new Date("2026-03-22T00:00:00Z"), berlin)).toEqual(new Date("2026-03-22T21:00:00Z"));
		expect(nextWeeklyCutoff(new Date("2026-10-25T00:00:00Z"), berlin)).toEqual(new Date("2026-10-25T21:00:00Z"));
	});

	it("of a month is on its last day, February's included", () => {
		const at = (text: string) => nextMonthlyCutoff(new Date(text), monthEnd("Europe/Moscow"));
		expect(at("2028-02-10T00:00:00Z")).toEqual(new Date("2028-02-29T19:00:00Z"));
		expect(at("2026-02-28T19:00:00Z")).toEqual(new Date("2026-03-31T19:00:00Z"));
	});
});

describe("a wall-clock time", () => {
	it("within a gap does not exist", () => {
		expect(wallTimeExists("2026-03-29", "02:30", "Europe/Berlin")).toBe(false);
		expect(wallTimeExists("2026-03-29", "03:00", "Europe/Berlin")).toBe(true);
		expect(wallTimeExists("2026-10-25", "02:30", "Europe/Berlin")).toBe(true);
	});

	it("becomes an instant and comes back", () => {
		const instant = instantAt("2026-11-22", "09:30", "Asia/Kathmandu");
		expect(instant).toEqual(new Date("2026-11-22T03:45:00Z"));
		expect(wallClock(instant, "Asia/Kathmandu")).toEqual({ date: "2026-11-22", weekday: 7, time: "09:30" });
	});
});

describe("calendar days and weeks", () => {
	it.each(zones)("follow each other without gap or overlap for two years in %s", (timeZone) => {
		const weeks = calendarWeeks(new Date("2027-12-31T12:00:00Z"), timeZone, 104);
		for (const [index, { from, to, monday }] of weeks.entries()) {
			expect(wallClock(from, timeZone)).toEqual({ date: monday, weekday: 1, time: "00:00" });
			expect(to).toEqual(weeks[index + 1]?.from ?? to);
			expect(dayOf(from, timeZone).from).toEqual(from);
			expect(dayOf(new Date(to.getTime() - 1), timeZone).to).toEqual(to);
		}
	});

	it("end with the week that the instant belongs to, by the zone's own midnight", () => {
		const mondays = (instant: string) =>
			calendarWeeks(new Date(instant), "Europe/Moscow", 2).map(({ monday }) => monday);
		expect(mondays("2026-11-22T20:59:59Z")).toEqual(["2026-11-09", "2026-11-16"]);
		expect(mondays("2026-11-22T21:00:00Z")).toEqual(["2026-11-16", "2026-11-23"]);
	});
});
