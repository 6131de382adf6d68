import { expect, it } from "vitest";
import { aJob, aSample, ask } from "../testing";
import { loadToday } from "./load-today";

const withJobs = (...jobs: [number, number][]) => aSample({ jobs: jobs.map(([from, length]) => aJob(from, length)) });

it("is 1 for an empty day, 0 for a full one, and counts hours in between", () => {
	const samples = [withJobs(), withJobs([2, 2]), withJobs([-4, 4], [2, 4]), withJobs([-6, 12])];
	expect(ask(loadToday, samples, { params: { fullDayHours: 8 } })).toEqual([1, 0.75, 0, 0]);
});

it("counts only what lies on the day itself, by the wall's clock", () => {
	// From eleven at night to one: an hour of it is on the day of the order.
	expect(
		ask(loadToday, [withJobs([11, 2]), withJobs([13, 2]), withJobs([-24, 2])], { params: { fullDayHours: 10 } }),
	).toEqual([...[0.9, 1, 1]]);
});
