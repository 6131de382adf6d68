import { describe, expect, it } from "vitest";
import { aDemand, aSample, ask, words } from "../testing";
import { clientHistory } from "./client-history";

const [loved, disliked, failed, unrated, stranger] = Array.from({ length: 5 }, () => aSample());
const none = { completed: 0, failed: 0, stars: 0, rated: 0 };
const demand = aDemand({
	encounters: new Map([
		[loved?.id ?? aSample().id, { ...none, completed: 2, stars: 10, rated: 2 }],
		[disliked?.id ?? aSample().id, { ...none, completed: 1, stars: 1, rated: 1 }],
		[failed?.id ?? aSample().id, { ...none, failed: 1 }],
		[unrated?.id ?? aSample().id, { ...none, completed: 3 }],
	]),
});
const samples = [loved, disliked, failed, unrated, stranger].flatMap((sample) => sample ?? []);

describe("what a client knows of a worker", () => {
	it("counts for whom the client liked or had again, and against whom it did not like or who failed it", () => {
		expect(ask(clientHistory, samples, { demand })).toEqual(
			[1, 0.15, 0.3, 0.65, 0.5].map((value) => expect.closeTo(value, 6)),
		);
	});

	it("stays within 0 and 1 however long the history", () => {
		const [long] = samples;
		const encounters = new Map(samples.slice(0, 1).map(({ id }) => [id, { ...none, failed: 50 }]));
		expect(ask(clientHistory, long ? [long] : [], { demand: { ...demand, encounters } })).toEqual([0]);
	});

	it("is told in words of who was there before", () => {
		expect(samples.map((sample) => words(clientHistory, sample, 1, { demand })?.en ?? null)).toEqual([
			...["known to this client (★ 5.0)", "known to this client (★ 1.0)", null, "known to this client", null],
		]);
	});
});
