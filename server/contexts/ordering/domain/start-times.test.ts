import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, businessDate, wallClock } from "@/server/kernel/calendar";
import { isPossibleStart, lastStartDate, type StartRules, startTimesOn } from "./start-times";

const moscow: StartRules = {
	timeZone: "Europe/Moscow",
	orderLeadMinutes: 120,
	orderHorizonDays: 30,
	workingHours: { from: "08:00", to: "21:00" },
	slotMinutes: 30,
};
/** A night shift, to meet the hour that changes. */
const berlinNights: StartRules = {
	...moscow,
	timeZone: "Europe/Berlin",
	workingHours: { from: "00:00", to: "06:00" },
};

const clockTimes = (date: string, now: string, rules: StartRules) =>
	startTimesOn(date, new Date(now), rules).map((start) => wallClock(start, rules.timeZone).time);

describe("the possible start times", () => {
	const monday = "2026-11-23T09:10:00+03:00";

	it("of a later day are all slots of the working hours, the closing hour not among them", () => {
		const times = clockTimes("2026-11-24", monday, moscow);
		expect(times).toHaveLength(26);
		expect([times[0], times[1], times.at(-1)]).toEqual(["08:00", "08:30", "20:30"]);
	});

	it("of today begin after the lead time", () => {
		expect(clockTimes("2026-11-23", monday, moscow)[0]).toBe("11:30");
		expect(clockTimes("2026-11-23", "2026-11-23T09:00:00+03:00", moscow)[0]).toBe("11:00");
		expect(clockTimes("2026-11-23", "2026-11-23T18:31:00+03:00", moscow)).toEqual([]);
	});

	it("end with the horizon, and are none in the past", () => {
		expect(lastStartDate(new Date(monday), moscow)).toBe("2026-12-23");
		expect(clockTimes("2026-12-23", monday, moscow)).toHaveLength(26);
		expect(clockTimes("2026-12-24", monday, moscow)).toEqual([]);
		expect(clockTimes("2026-11-22", monday, moscow)).toEqual([]);
	});

	it("reach to the end of the day when work ends at midnight", () => {
		const late = { ...moscow, workingHours: { from: "22:00", to: "00:00" } };
		expect(clockTimes("2026-11-24", monday, late)).toEqual(["22:00", "22:30", "23:00", "23:30"]);
	});

	it("leave out what a DST gap skips (Berlin, March)", () => {
		const times = clockTimes("2027-03-28", "2027-03-20T12:00:00Z", berlinNights);
		expect(times).toEqual(["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30", "05:00", "05:30"]);
	});

	it("offer a doubled hour once (Berlin, October)", () => {
		const starts = startTimesOn("2026-10-25", new Date("2026-10-20T12:00:00Z"), berlinNights);
		expect(starts).toHaveLength(12);
		expect(new Set(starts.map((start) => start.getTime())).size).toBe(12);
		expect(starts[4]?.toISOString()).toBe("2026-10-25T00:00:00.000Z");
		expect(isPossibleStart(new Date("2026-10-25T01:00:00Z"), new Date("2026-10-20T12:00:00Z"), berlinNights)).toBe(
			false,
		);
	});

	const rules: fc.Arbitrary<StartRules> = fc
		.record({
			timeZone: fc.constantFrom("Europe/Moscow", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kolkata"),
			orderLeadMinutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
			orderHorizonDays: fc.integer({ min: 1, max: 60 }),
			hours: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 })),
			slotMinutes: fc.integer({ min: 5, max: 240 }),
		})
		.map(({ hours: [from, to], ...rest }) => ({
			...rest,
			workingHours: {
				from: `${String(from).padStart(2, "0")}:00`,
				to: `${String(to % 24).padStart(2, "0")}:00`,
			},
		}));
	const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });

	it("keep every rule, whatever the rules and the moment are", () => {
		fc.assert(
			fc.property(rules, instants, fc.integer({ min: -1, max: 61 }), (given, now, ahead) => {
				const date = addDays(businessDate(now, given.timeZone), ahead);
				const starts = startTimesOn(date, now, given);
				const end = given.workingHours.to === "00:00" ? "24:00" : given.workingHours.to;
				for (const [index, start] of starts.entries()) {
					const clock = wallClock(start, given.timeZone);
					expect(clock.date).toBe(date);
					expect(clock.time >= given.workingHours.from && clock.time < end).toBe(true);
					expect(start.getTime() - now.getTime()).toBeGreaterThanOrEqual(given.orderLeadMinutes * 60_000);
					expect(start.getTime()).toBeGreaterThan(starts[index - 1]?.getTime() ?? 0);
					expect(isPossibleStart(start, now, given)).toBe(true);
				}
				if (ahead < 0 || ahead > given.orderHorizonDays) expect(starts).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it("are the only instants that are accepted", () => {
		fc.assert(
			fc.property(instants, fc.integer({ min: -90, max: 50 * 24 * 60 }), (now, minutesAhead) => {
				const asked = new Date(now.getTime() + minutesAhead * 60_000);
				const { date } = wallClock(asked, moscow.timeZone);
				const offered = startTimesOn(date, now, moscow).some((start) => start.getTime() === asked.getTime());
				expect(isPossibleStart(asked, now, moscow)).toBe(offered);
			}),
		);
	});
});
