import { describe, expect, test } from "vitest";
import { instantOf } from "./durations";
import { lastTick, missedTicks, nextTick } from "./schedule";

const at = (text: string) => new Date(text);
const SUNDAY_NIGHT = "TZ=Europe/Berlin 0 22 * * 0";

describe("a cycle's calendar", () => {
	test.each([
		["*/5 2 * * 1-5", "2026-11-20T02:57:00Z", "2026-11-23T02:00:00Z"],
		["TZ=Europe/Moscow 0 22 * * 0", "2026-11-20T00:00:00Z", "2026-11-22T19:00:00Z"],
		["TZ=Europe/Moscow 0 22 L * *", "2026-11-22T00:00:00Z", "2026-11-30T19:00:00Z"],
		["*/15 * * * *", "2026-11-22T10:15:00Z", "2026-11-22T10:30:00Z"],
	])("%s after %s comes at %s", (expression, from, expected) =>
		expect(nextTick(expression, at(from))).toEqual(at(expected)),
	);

	test("keeps the wall clock over both changes of summer time", () => {
		expect(nextTick(SUNDAY_NIGHT, at("2026-03-23T00:00:00Z"))).toEqual(at("2026-03-29T20:00:00Z"));
		expect(nextTick(SUNDAY_NIGHT, at("2026-10-19T00:00:00Z"))).toEqual(at("2026-10-25T21:00:00Z"));
	});

	test("ticks once in the hour that summer time skips or doubles", () => {
		const nightly = "TZ=Europe/Berlin 30 2 * * *";
		const ticks = (from: string, to: string) => missedTicks(nightly, nextTick(nightly, at(from)), at(to)).length;
		expect(ticks("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z")).toBe(3);
		expect(ticks("2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z")).toBe(3);
	});

	test("knows the tick that a run is for", () => {
		expect(lastTick(SUNDAY_NIGHT, at("2026-11-22T21:00:00Z"))).toEqual(at("2026-11-22T21:00:00Z"));
		expect(lastTick(SUNDAY_NIGHT, at("2026-11-22T21:00:00.700Z"))).toEqual(at("2026-11-22T21:00:00Z"));
		expect(lastTick(SUNDAY_NIGHT, at("2026-11-22T20:59:59Z"))).toEqual(at("2026-11-15T21:00:00Z"));
	});

	test.each(["61 * * * *", "* * * *", "TZ=Nowhere/Land * * * * *", "0 0 30 2 *"])("%s is refused", (expression) =>
		expect(() => nextTick(expression, at("2026-11-22T00:00:00Z"))).toThrow(),
	);
});

describe("ticks that were missed", () => {
	test("each run their own period when they are an hour or more apart", () => {
		const first = nextTick(SUNDAY_NIGHT, at("2026-10-01T00:00:00Z"));
		expect(missedTicks(SUNDAY_NIGHT, first, at("2026-11-22T22:00:00Z"))).toHaveLength(8);
		expect(missedTicks("0 * * * *", at("2026-11-22T00:00:00Z"), at("2026-11-22T23:30:00Z"))).toHaveLength(24);
	});

	test("collapse into the newest when they are closer", () => {
		const ticks = missedTicks("*/15 * * * *", at("2026-11-20T00:00:00Z"), at("2026-11-22T10:20:00Z"));
		expect(ticks).toEqual([at("2026-11-22T10:15:00Z")]);
	});
});

describe("the SDK's times", () => {
	const now = at("2026-11-22T10:00:00Z");
	test.each([
		["2h30m", "2026-11-22T12:30:00Z"],
		["1w1d1s", "2026-11-30T10:00:01Z"],
		["", "2026-11-22T10:00:00Z"],
		["2027-01-01T00:00:00.000Z", "2027-01-01T00:00:00Z"],
	])("%j means %s", (text, expected) => expect(instantOf(text, now)).toEqual(at(expected)));

	test.each(["soon", "1 h", "-5m", "5y"])("%j is refused", (text) => expect(() => instantOf(text, now)).toThrow());
});
