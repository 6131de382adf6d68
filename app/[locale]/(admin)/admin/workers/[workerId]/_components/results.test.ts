import { expect, it } from "vitest";
import { percentOf, sumOf } from "./results";

const row = { completed: 3, failed: 2, noShow: 1, cancelled: 1, checkedIn: 4, onTime: 3 };

it("adds up what the service types make together", () => {
	expect(sumOf([row, row])).toEqual({ completed: 6, failed: 4, noShow: 2, cancelled: 2, checkedIn: 8, onTime: 6 });
});

it.each([
	[3, 4, 75],
	[0, 4, 0],
	[0, 0, null],
])("%i of %i is %j percent", (part, whole, percent) => {
	expect(percentOf(part, whole)).toBe(percent);
});
