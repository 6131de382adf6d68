import { describe, expect, it } from "vitest";
import type { NormalSample } from "../domain/sample";
import { aSample, ask } from "../testing";
import { pastResults } from "./past-results";

const none = { completed: 0, failed: 0 };
const sample = (results: Partial<NormalSample["results"]>) =>
	aSample({ results: { sameType: none, otherTypes: none, stars: { count: 0, sum: 0 }, ...results } });
const score = (results: Partial<NormalSample["results"]>, params = {}) =>
	Number(ask(pastResults, [sample(results)], { params })[0]);
const onlyJobs = { starsShare: 0 };

describe("past results", () => {
	it("expect of a newcomer what the parameters say", () => {
		expect(score({}, { ...onlyJobs, priorCompletion: 0.8 })).toBeCloseTo(0.8, 10);
		expect(score({}, { starsShare: 1, priorStars: 4 })).toBeCloseTo(0.75, 10);
	});

	it("do not bury a newcomer under one who has failed now and then", () => {
		expect(score({})).toBeGreaterThan(score({ sameType: { completed: 12, failed: 3 } }));
	});

	it("do not make one lucky job better than a long good record", () => {
		expect(score({ sameType: { completed: 1, failed: 0 } })).toBeLessThan(
			score({ sameType: { completed: 40, failed: 1 } }),
		);
	});

	it("weigh jobs of another type less", () => {
		const failed = { completed: 0, failed: 4 };
		expect(score({ sameType: failed }, onlyJobs)).toBeCloseTo(4.5 / 9, 10);
		expect(score({ otherTypes: failed }, onlyJobs)).toBeCloseTo(4.5 / 7, 10);
	});

	it("go up with stars and down without", () => {
		const starred = (sum: number) => score({ stars: { count: 4, sum } });
		expect([starred(20) > score({}), starred(8) < score({})]).toEqual([true, true]);
	});

	it("stay between 0 and 1, whatever happened", () => {
		const extremes = [
			sample({ sameType: { completed: 1000, failed: 0 }, stars: { count: 1000, sum: 5000 } }),
			sample({ sameType: { completed: 0, failed: 1000 }, stars: { count: 1000, sum: 1000 } }),
		];
		const [best, worst] = ask(pastResults, extremes).map(Number);
		expect(best).toBeLessThanOrEqual(1);
		expect(best).toBeGreaterThan(0.99);
		expect(worst).toBeGreaterThanOrEqual(0);
		expect(worst).toBeLessThan(0.01);
	});
});
