import { describe, expect, it } from "vitest";
import { aJob, aSample, ask } from "../testing";
import { fairShare } from "./fair-share";

const DAY = 24;
const withJobs = (...hoursFromOrder: number[]) => aSample({ jobs: hoursFromOrder.map((hours) => aJob(hours)) });

describe("a fair share of the work", () => {
	it("prefers who has fewer jobs, in proportion to the one who has the most", () => {
		const samples = [withJobs(), withJobs(-DAY), withJobs(-DAY, -2 * DAY, DAY, 2 * DAY)];
		expect(ask(fairShare, samples)).toEqual([1, 0.75, 0]);
	});

	it("counts only the days around the order", () => {
		const samples = [withJobs(-15 * DAY, 15 * DAY), withJobs(-14 * DAY)];
		expect(ask(fairShare, samples, { params: { days: 14 } })).toEqual([1, 0]);
	});

	it("decides nothing while nobody has a job", () => {
		expect(ask(fairShare, [withJobs(), withJobs()])).toEqual([1, 1]);
	});
});
