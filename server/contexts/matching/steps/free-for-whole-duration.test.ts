import { describe, expect, it } from "vitest";
import { newId, type ZoneId } from "@/server/kernel/ids";
import { aDemand, aJob, aSample, ask, span } from "../testing";
import { freeForWholeDuration, freeWithoutTravel } from "./free-for-whole-duration";

const demand = aDemand({ during: span(0, 2) });

describe.each([
	["now", freeForWholeDuration],
	["before there were ways", freeWithoutTravel],
])("being free, %s", (_when, step) => {
	it.each([
		{ held: "nothing", jobs: [], free: true },
		{ held: "what ends as the order begins", jobs: [aJob(-1, 1)], free: true },
		{ held: "what begins as the order ends", jobs: [aJob(2, 1)], free: true },
		{ held: "the beginning", jobs: [aJob(-1, 1.5)], free: false },
		{ held: "the end, though not the beginning", jobs: [aJob(1.5, 1)], free: false },
		{ held: "a while in the middle", jobs: [aJob(0.5, 0.5)], free: false },
		{ held: "more than the whole", jobs: [aJob(-1, 4)], free: false },
		{ held: "what has come to its end", jobs: [aJob(0, 1, { held: false })], free: true },
	])("with $held in the calendar: free is $free", ({ jobs, free }) => {
		const [refusal] = ask(step, [aSample({ jobs })], { demand });
		expect(refusal === null).toBe(free);
	});

	it("says until when the sample is busy", () => {
		const busy = aSample({ jobs: [aJob(-1, 1.5), aJob(1, 0.5)] });
		expect(ask(step, [busy], { demand })).toEqual([{ why: "booked", facts: { until: span(1, 0.5).to.toISOString() } }]);
	});
});

describe("the way between two jobs", () => {
	const zone = newId<ZoneId>();
	const params = { travelMinutes: 30, sameZoneMinutes: 10 };
	const refusals = (...jobs: Parameters<typeof aJob>[]) =>
		jobs.map(
			(job) =>
				ask(freeForWholeDuration, [aSample({ jobs: [aJob(...job)] })], { demand: { ...demand, zone }, params })[0],
		);

	it("takes time before and after, less within a zone", () => {
		const ends = (minutesBefore: number, where: ZoneId | null): Parameters<typeof aJob> => [
			-1 - minutesBefore / 60,
			1,
			{ zone: where },
		];
		expect(refusals(ends(30, null), ends(10, zone))).toEqual([null, null]);
		expect(refusals(ends(29, null), ends(29, newId()), ends(9, zone))).toMatchObject([
			{ why: "too-far" },
			{ why: "too-far" },
			{ why: "too-far" },
		]);
		expect(refusals([2 + 29 / 60, 1], [2.5, 1])).toMatchObject([{ why: "too-far" }, null]);
	});

	it("is not what is said where the jobs overlap", () => {
		expect(refusals([1, 2])).toMatchObject([{ why: "booked" }]);
	});
});
