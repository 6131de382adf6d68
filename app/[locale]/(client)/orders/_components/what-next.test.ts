import { describe, expect, it } from "vitest";
import { whatNext } from "./what-next";

const startsAt = new Date("2026-11-23T12:00:00Z");
const before = new Date("2026-11-23T11:00:00Z");
const during = new Date("2026-11-23T12:30:00Z");
const longAfter = new Date("2026-11-23T15:00:00Z");
const end = new Date("2026-11-23T13:30:00Z");

describe("what comes next for an order", () => {
	it.each([
		["placed", undefined, before, "looking", startsAt],
		["assigned", undefined, before, "packing", startsAt],
		["assigned", "ready", before, "packing", startsAt],
		["assigned", "issued", before, "coming", startsAt],
		["assigned", "issued", during, "late", startsAt],
		["assigned", "ready", during, "late", startsAt],
		["under_way", "issued", during, "finishing", end],
		["under_way", "issued", longAfter, "overtime", end],
	] as const)("%s with a kit %s at %s: %s by %s", (state, kit, now, key, by) => {
		expect(whatNext({ state, startsAt, durationMinutes: 90 }, kit, now)).toEqual({ key, by });
	});

	it.each(["completed", "failed", "cancelled"] as const)("is nothing once it is %s", (state) => {
		expect(whatNext({ state, startsAt, durationMinutes: 90 }, "issued", before)).toBeNull();
	});
});
