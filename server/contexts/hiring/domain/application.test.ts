import { describe, expect, it } from "vitest";
import { applicationStates, canGo, isOpen, isTold } from "./application";

describe("an application", () => {
	it.each([
		["applied", "contacted"],
		["applied", "testing"],
		["contacted", "testing"],
		["testing", "tested"],
		["tested", "accepted"],
		["tested", "rejected"],
		["testing", "withdrawn"],
		["tested", "testing"],
		["rejected", "contacted"],
	] as const)("goes from %s to %s", (from, to) => {
		expect(canGo(from, to)).toBe(true);
	});

	it.each([
		["applied", "tested"],
		["contacted", "applied"],
		["rejected", "accepted"],
		["withdrawn", "testing"],
	] as const)("does not go from %s to %s", (from, to) => {
		expect(canGo(from, to)).toBe(false);
	});

	it("that was accepted stays so", () => {
		expect(applicationStates.filter((to) => canGo("accepted", to))).toEqual([]);
	});

	it("can be turned down and withdrawn as long as it is open", () => {
		for (const state of applicationStates) {
			expect([canGo(state, "rejected"), canGo(state, "withdrawn")]).toEqual([isOpen(state), isOpen(state)]);
		}
	});

	it("turned down as junk or as a second one is not written to", () => {
		expect(["tests", "duplicate", "not-genuine"].map(isTold)).toEqual([true, false, false]);
	});
});
