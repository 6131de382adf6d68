import { describe, expect, it } from "vitest";
import { aDemand, aSample, ask, span } from "../testing";
import { available } from "./available";

// A Tuesday, from noon to two by the wall's clock.
const demand = aDemand({ during: span(0, 2) });
const tuesday = (from: string, to: string) => ({ weekday: 2, from, to });
const refusal = (given: Parameters<typeof aSample>[0]) => ask(available, [aSample(given)], { demand })[0];

describe("who works then", () => {
	it.each([
		["nothing is stated", { hours: null }],
		["the hours cover the job exactly", { hours: [tuesday("12:00", "14:00")] }],
		["two spans that touch cover it", { hours: [tuesday("08:00", "13:00"), tuesday("13:00", "18:00")] }],
		["a day off is the day before", { daysOff: [{ first: "2026-11-29", last: "2026-11-30" }] }],
	])("can come when %s", (_when, given) => {
		expect(refusal(given)).toBeNull();
	});

	it.each([
		["no hours on any day", { hours: [] }],
		["hours that begin too late", { hours: [tuesday("12:30", "18:00")] }],
		["hours that end too early", { hours: [tuesday("08:00", "13:59")] }],
		["hours with a break in between", { hours: [tuesday("08:00", "12:30"), tuesday("13:00", "18:00")] }],
		["hours on another day", { hours: [{ weekday: 3, from: "00:00", to: "24:00" }] }],
	])("can't with %s", (_what, given) => {
		expect(refusal(given)).toMatchObject({ why: "out-of-hours" });
	});

	it("can't on a day off, whatever the hours, and says when the sample is back", () => {
		const daysOff = [{ first: "2026-12-01", last: "2026-12-03" }];
		expect(refusal({ daysOff })).toEqual({ why: "day-off", facts: { until: "2026-12-04" } });
	});
});
