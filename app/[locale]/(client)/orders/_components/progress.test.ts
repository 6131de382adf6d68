import { describe, expect, it } from "vitest";
import { stepOf, steps } from "./progress";

describe("the line of an order", () => {
	it.each([
		["placed", undefined, "looking"],
		["assigned", undefined, "assigned"],
		["assigned", "requested", "supplies"],
		["assigned", "ready", "supplies"],
		["assigned", "issued", "onTheWay"],
		["under_way", "issued", "underWay"],
		["under_way", undefined, "underWay"],
	] as const)("%s with a kit %s stands at: %s", (state, kit, step) => {
		expect(steps[stepOf(state, kit)]).toBe(step);
	});

	it("is gone through when the order is completed", () => {
		expect(stepOf("completed", "issued")).toBe(steps.length);
	});
});
