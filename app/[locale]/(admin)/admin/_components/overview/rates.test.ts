import { expect, it } from "vitest";
import { completionRate, noShowRate, sumOfEnds } from "./rates";

const week = { completed: 17, failed: 2, cancelled: 1, noShow: 1 };

it("counts what was done among all that ended", () => {
	expect(completionRate(week)).toBe(85);
	expect(completionRate({ ...week, completed: 0 })).toBe(0);
});

it("counts no-shows among the orders to which somebody should have come", () => {
	expect(noShowRate(week)).toBe(5);
	expect(noShowRate({ ...week, noShow: 0 })).toBe(0);
});

it("has no rate of nothing", () => {
	const nothing = sumOfEnds([]);
	expect([completionRate(nothing), noShowRate(nothing)]).toEqual([null, null]);
});

it("adds weeks up", () => {
	expect(sumOfEnds([week, week])).toEqual({ completed: 34, failed: 4, cancelled: 2, noShow: 2 });
});
