import { describe, expect, it } from "vitest";
import { addDays, wallClock } from "@/server/kernel/calendar";
import { dueMonth, type Month } from "./months";

const zones = ["Europe/Moscow", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"];
const at = (timeZone: string, time = "22:00") => ({ timeZone, time });

/** All months that come due when somebody looks every so many milliseconds. */
function monthsOf(from: Date, to: Date, timeZone: string, every: number): Month[] {
	const closed: Month[] = [];
	for (let now = from.getTime(); now <= to.getTime(); now += every) {
		const due = dueMonth(closed.at(-1) ?? null, new Date(now), at(timeZone));
		if (due) closed.push(due);
	}
	return closed;
}

describe("R-230: the months of the books", () => {
	it.each(zones)(
		"are 24 last days at 22:00 in two years of %s, each closed once, however often somebody looks",
		(zone) => {
			const [from, to] = [new Date("2027-02-01T12:00:00Z"), new Date("2029-01-02T00:00:00Z")];
			const months = monthsOf(from, to, zone, 3_600_000);
			expect(months).toEqual(monthsOf(from, to, zone, 3_600_000 * 11));
			expect(months).toHaveLength(24);
			expect(new Set(months.map(({ day }) => day.slice(0, 7))).size).toBe(24);
			for (const { day, cutoffAt } of months) {
				expect(wallClock(cutoffAt, zone)).toMatchObject({ date: day, time: "22:00" });
				expect(addDays(day, 1).slice(8)).toBe("01");
			}
			expect(months.map(({ day }) => day)).toContain("2028-02-29");
		},
	);

	it("begin with the latest cut-off where none was closed", () => {
		expect(dueMonth(null, new Date("2026-11-24T12:00:00Z"), at("Europe/Moscow"))).toEqual({
			day: "2026-10-31",
			cutoffAt: new Date("2026-10-31T19:00:00Z"),
		});
	});

	it("are due at the cut-off, and not a moment before", () => {
		const last = { day: "2026-10-31", cutoffAt: new Date("2026-10-31T19:00:00Z") };
		const due = (now: string) => dueMonth(last, new Date(now), at("Europe/Moscow"))?.day ?? null;
		expect(due("2026-11-30T18:59:59.999Z")).toBeNull();
		expect(due("2026-11-30T19:00:00Z")).toBe("2026-11-30");
	});

	it("are made up one by one after an outage", () => {
		const days: string[] = [];
		const first = { day: "2026-11-30", cutoffAt: new Date("2026-11-30T19:00:00Z") };
		const next = (last: Month) => dueMonth(last, new Date("2027-03-15T00:00:00Z"), at("Europe/Moscow"));
		for (let month = next(first); month; month = next(month)) days.push(month.day);
		expect(days).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
	});

	it.each([
		["the hour is moved on", "Europe/Moscow", "23:30"],
		["the zone is moved west", "America/New_York", "22:00"],
	])("never end twice on one day when %s", (_what, zone, time) => {
		const last = { day: "2026-11-30", cutoffAt: new Date("2026-11-30T19:00:00Z") };
		expect(dueMonth(last, new Date("2027-01-02T00:00:00Z"), at(zone, time))?.day).toBe("2026-12-31");
	});
});
