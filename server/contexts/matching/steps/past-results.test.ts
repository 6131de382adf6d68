import { describe, expect, it } from "vitest";
import { aDemand, aSample, ask, aWeek, words } from "../testing";
import { pastResults, pastResultsOfAnyAge } from "./past-results";

const demand = aDemand();
type Week = Parameters<typeof aWeek>[0];
const score = (weeks: Week[], params = {}, step: typeof pastResults | typeof pastResultsOfAnyAge = pastResults) =>
	Number(ask(step, [aSample({ results: weeks.map(aWeek) })], { params, demand })[0]);
const onlyJobs = { starsShare: 0 };
const { type } = demand;

describe("past results", () => {
	it("expect of a newcomer what the parameters say", () => {
		expect(score([], { ...onlyJobs, priorCompletion: 0.8 })).toBeCloseTo(0.8, 10);
		expect(score([], { starsShare: 1, priorStars: 4 })).toBeCloseTo(0.75, 10);
	});

	it("do not bury a newcomer under one who has failed now and then", () => {
		expect(score([])).toBeGreaterThan(score([{ type, completed: 12, failed: 3 }]));
	});

	it("do not make one lucky job better than a long good record", () => {
		expect(score([{ type, completed: 1 }])).toBeLessThan(score([{ type, completed: 40, failed: 1 }]));
	});

	it("count jobs of other types less", () => {
		const failedOthers = score([{ failed: 4 }], onlyJobs);
		expect(failedOthers).toBeGreaterThan(score([{ type, failed: 4 }], onlyJobs));
		expect(failedOthers).toBeCloseTo(score([{ type, failed: 2 }], onlyJobs), 10);
	});

	it("take the stars for the share that the parameters say", () => {
		const loved = [{ rated: 1000, stars: 5000 }];
		expect(score(loved, { starsShare: 1 })).toBeCloseTo(1, 2);
		expect(score(loved, { starsShare: 0.25 }) - score([], { starsShare: 0.25 })).toBeCloseTo(0.0625, 2);
	});

	it("weigh by half what is a half-life old, and what is older less and less", () => {
		const failedAgo = (ago: number) => score([{ type, failed: 10, ago }], { ...onlyJobs, halfLifeDays: 70 });
		expect(failedAgo(10)).toBeCloseTo(score([{ type, failed: 5 }], onlyJobs), 10);
		expect(failedAgo(20)).toBeCloseTo(score([{ type, failed: 2.5 }], onlyJobs), 10);
		expect(failedAgo(0)).toBeLessThan(failedAgo(10));
	});

	it("did not look at age before", () => {
		const old = score([{ type, failed: 10, ago: 300 }], onlyJobs, pastResultsOfAnyAge);
		expect(old).toBe(score([{ type, failed: 10 }], onlyJobs, pastResultsOfAnyAge));
	});

	it("are told in words as soon as there are some", () => {
		const told = (completed: number, failed: number) =>
			words(pastResults, aSample({ results: [aWeek({ completed, failed })] }), 1);
		expect(told(97, 3)).toEqual({ en: "97% of jobs completed", ru: "выполнено 97\u00a0% заказов" });
		expect(told(3, 0)).toBeNull();
	});
});
