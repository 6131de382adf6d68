import { describe, expect, it } from "vitest";
import { wallClock, weekOf } from "@/server/kernel/calendar";
import { dueWeek, type Week } from "./weeks";

const zones = ["Europe/Moscow", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"];
const sundayAt = (timeZone: string, time = "22:00") => ({ timeZone, weekday: 7, time });
const DAY = 86_400_000;

/** All weeks that come due when somebody looks every hour. */
function weeksOf(from: Date, to: Date, timeZone: string): Week[] {
	const closed: Week[] = [];
	for (let now = from.getTime(); now <= to.getTime(); now += 3_600_000) {
		const due = dueWeek(closed.at(-1) ?? null, new Date(now), sundayAt(timeZone));
		if (due) closed.push(due);
	}
	return closed;
}

describe("R-220: the weeks of the books", () => {
	it.each(zones)("are 104 Sundays at 22:00 in two years of %s, each closed once", (timeZone) => {
		const cutoff = sundayAt(timeZone);
		const first = weekOf(new Date("2026-01-07T00:00:00Z"), cutoff).to;
		const last = new Date(first.getTime() + 103 * 7 * DAY + 3 * DAY);
		const weeks = weeksOf(new Date(first.getTime()), last, timeZone);
		expect(weeks).toHaveLength(104);
		expect(new Set(weeks.map(({ day }) => day)).size).toBe(104);
		for (const { day, cutoffAt } of weeks) {
			expect(wallClock(cutoffAt, timeZone)).toEqual({ date: day, weekday: 7, time: "22:00" });
		}
	});

	it("begin with the latest cut-off where none was closed", () => {
		const now = new Date("2026-11-24T12:00:00Z");
		expect(dueWeek(null, now, sundayAt("Europe/Moscow"))).toEqual({
			day: "2026-11-22",
			cutoffAt: new Date("2026-11-22T19:00:00Z"),
		});
	});

	it("are due at the cut-off, and not a moment before", () => {
		const last = { day: "2026-11-15", cutoffAt: new Date("2026-11-15T19:00:00Z") };
		const due = (now: string) => dueWeek(last, new Date(now), sundayAt("Europe/Moscow"))?.day ?? null;
		expect(due("2026-11-22T18:59:59.999Z")).toBeNull();
		expect(due("2026-11-22T19:00:00Z")).toBe("2026-11-22");
	});

	it("are made up one by one after an outage", () => {
		const last = { day: "2026-11-01", cutoffAt: new Date("2026-11-01T19:00:00Z") };
		const now = new Date("2026-11-24T00:00:00Z");
		const days: string[] = [];
		for (let week = dueWeek(last, now, sundayAt("Europe/Moscow")); week; ) {
			days.push(week.day);
			week = dueWeek(week, now, sundayAt("Europe/Moscow"));
		}
		expect(days).toEqual(["2026-11-08", "2026-11-15", "2026-11-22"]);
	});

	it("never end twice on one day when the hour is moved, and follow a moved weekday at once", () => {
		const last = { day: "2026-11-22", cutoffAt: new Date("2026-11-22T19:00:00Z") };
		const now = new Date("2026-11-30T00:00:00Z");
		expect(dueWeek(last, now, sundayAt("Europe/Moscow", "23:00"))?.day).toBe("2026-11-29");
		expect(dueWeek(last, now, { ...sundayAt("Europe/Moscow"), weekday: 1 })?.day).toBe("2026-11-23");
	});
});
