import { expect, it } from "vitest";
import { layOut } from "./week-layout";

const at = (startsAt: string, durationMinutes = 60) => ({ startsAt: new Date(startsAt), durationMinutes });
const ZONE = "Europe/Moscow";

it("puts each job under its day of the business time zone, at its hours", () => {
	const { hours, days } = layOut("2026-11-23", [at("2026-11-24T08:00:00Z", 78), at("2026-11-29T18:00:00Z")], ZONE);
	expect([hours.at(0), hours.at(-1), days.length]).toEqual([8, 21, 7]);
	expect(days.map(({ jobs }) => jobs.length)).toEqual([0, 1, 0, 0, 0, 0, 1]);
	// Eleven in Moscow, of the hours from 8 to 22.
	expect(days[1]?.jobs[0]?.top).toBeCloseTo((3 / 14) * 100);
	expect(days[1]?.jobs[0]?.height).toBeCloseTo((78 / (14 * 60)) * 100);
});

it("shows from 8 to 21 when there is nothing, and more where a job asks for it", () => {
	expect(layOut("2026-11-23", [], ZONE).hours).toHaveLength(13);
	const { hours } = layOut("2026-11-23", [at("2026-11-24T02:30:00Z")], ZONE);
	expect(hours[0]).toBe(5);
});

it("ends at the day's foot what goes on after midnight", () => {
	const { hours, days } = layOut("2026-11-23", [at("2026-11-24T20:00:00Z", 180)], ZONE);
	expect(hours.at(-1)).toBe(23);
	const [late] = days[1]?.jobs ?? [];
	expect((late?.top ?? 0) + (late?.height ?? 0)).toBeCloseTo(100);
});
