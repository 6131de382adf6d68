import { describe, expect, it } from "vitest";
import { aSample, ask, aWeek } from "../testing";
import { noShowRisk } from "./no-show-risk";

type Week = Parameters<typeof aWeek>[0];
const score = (weeks: Week[], params = {}) =>
	Number(ask(noShowRisk, [aSample({ results: weeks.map(aWeek) })], { params })[0]);

describe("whether a sample will come", () => {
	it("is as sure as usual for a newcomer", () => {
		expect(score([], { usual: 0.05 })).toBeCloseTo(0.95, 10);
	});

	it("is less sure with each no-show, but not with jobs that failed otherwise", () => {
		expect(score([{ completed: 9, failed: 1, noShows: 1 }], { usual: 0, priorJobs: 10 })).toBeCloseTo(0.95, 10);
		expect(score([{ completed: 9, failed: 1 }], { usual: 0, priorJobs: 10 })).toBe(1);
	});

	it("is not buried by one no-show, nor made by one job", () => {
		expect(score([{ failed: 1, noShows: 1 }])).toBeGreaterThan(0.85);
		expect(score([{ completed: 1 }])).toBeLessThan(score([{ completed: 50 }]));
	});

	it("forgets what is long past", () => {
		expect(score([{ failed: 5, noShows: 5, ago: 26 }], { weeks: 26 })).toBe(score([]));
		expect(score([{ failed: 5, noShows: 5, ago: 25 }], { weeks: 26 })).toBeLessThan(score([]));
	});
});
