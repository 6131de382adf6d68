import { expect, it } from "vitest";
import { newId, type ZoneId } from "@/server/kernel/ids";
import { aDemand, aJob, aSample, ask, words } from "../testing";
import { near } from "./near";

const [here, elsewhere] = [newId<ZoneId>(), newId<ZoneId>()];
const demand = aDemand({ zone: here });
const at = (...jobs: [number, ZoneId | null][]) =>
	aSample({ jobs: jobs.map(([from, zone]) => aJob(from, 1, { zone })) });

it("prefers who is in the zone shortly before or after, and does not judge who has nothing around", () => {
	const samples = [at([-2, here]), at([3, here], [-3, elsewhere]), at([2, elsewhere]), at(), at([2, null])];
	expect(ask(near, samples, { demand })).toEqual([1, 0.5, 0, 0.5, 0.5]);
});

it("looks only so many hours around", () => {
	expect(ask(near, [at([-6, elsewhere]), at([5, elsewhere])], { demand, params: { hours: 4 } })).toEqual([0.5, 0.5]);
	expect(ask(near, [at([-6, elsewhere])], { demand, params: { hours: 6 } })).toEqual([0]);
});

it("says so of who is near for sure", () => {
	expect([1, 0.5, 0].map((value) => words(near, at(), value)?.en ?? null)).toEqual([
		"near by at that time",
		null,
		null,
	]);
});
