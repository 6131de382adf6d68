import { describe, expect, it } from "vitest";
import { coarse, type KitFacts, nextChange, settle, shelfColumn } from "./kit";
import { kitIsDueAt, undoIsOpenFor } from "./kit.policies";

const supply = (ticked: boolean) => ({ kind: "supply", ticked }) as const;
const form = (ticked: boolean) => ({ kind: "form", ticked }) as const;
const cookie = (ticked: boolean) => ({ kind: "cookie", ticked }) as const;

const untouched = [supply(false), supply(false), form(false), cookie(false)];
const begun = [supply(true), supply(false), form(false), cookie(false)];
const butTheCookie = [supply(true), supply(true), form(true), cookie(false)];
const whole = [supply(true), supply(true), form(true), cookie(true)];

const facts = (given: Partial<KitFacts> = {}): KitFacts => ({
	items: untouched,
	cookieGivenUp: false,
	issued: false,
	startedWithKit: false,
	over: false,
	completed: false,
	broughtBack: false,
	...given,
});

describe("a kit on the shelf", () => {
	it.each([
		["nothing in it", untouched, false, "requested", "new"],
		["the first thing in it", begun, false, "assembling", "new"],
		["all but the cookie", butTheCookie, false, "assembling", "cookie"],
		["all but a cookie that was given up", butTheCookie, true, "ready", "ready"],
		["all, the cookie among it", whole, false, "ready", "ready"],
		["a late cookie put in after it was given up", whole, true, "ready", "ready"],
		["the cookie alone", [supply(false), form(false), cookie(true)], false, "assembling", "new"],
		["nothing to be put in but form and cookie", [form(true), cookie(true)], false, "ready", "ready"],
	] as const)("with %s", (_what, items, cookieGivenUp, state, column) => {
		expect(settle(facts({ items, cookieGivenUp }))).toEqual({ state, returnDue: false });
		expect(shelfColumn({ items, cookieGivenUp })).toBe(column);
	});
});

describe("a kit", () => {
	it.each([
		["issued, whatever is in it", { issued: true }, "issued", false],
		["whose job started with it, though the issue was undone", { startedWithKit: true }, "issued", false],
		["never handed out, of a job that is over", { over: true }, "returned", false],
		["never handed out, of a job that was done without it", { over: true, completed: true }, "returned", false],
		["handed out, of a job that was done", { issued: true, over: true, completed: true }, "used", false],
		["undone, of a job that was done with it", { startedWithKit: true, over: true, completed: true }, "used", false],
		["handed out, of a job that came to nothing", { issued: true, over: true }, "issued", true],
		["brought back", { issued: true, over: true, broughtBack: true }, "returned", false],
		[
			"brought back, of a job that counts as done after all",
			{ issued: true, over: true, completed: true, broughtBack: true },
			"returned",
			false,
		],
	] as const)("%s", (_what, given, state, returnDue) => {
		expect(settle(facts(given))).toEqual({ state, returnDue });
	});

	it("has events whose times only grow, even when the clock stands or goes back", () => {
		const before = new Date("2026-11-22T10:00:00.000Z");
		expect(nextChange(new Date("2026-11-22T10:00:05.000Z"), before)).toEqual(new Date("2026-11-22T10:00:05.000Z"));
		expect(nextChange(before, before)).toEqual(new Date("2026-11-22T10:00:00.001Z"));
		expect(nextChange(new Date("2026-11-22T09:00:00.000Z"), before)).toEqual(new Date("2026-11-22T10:00:00.001Z"));
	});

	it.each([
		["requested", false, "requested"],
		["assembling", false, "requested"],
		["ready", false, "ready"],
		["issued", true, "issued"],
		["used", true, "issued"],
		["returned", true, "issued"],
		["returned", false, "requested"],
	] as const)("that is %s (ever issued: %s) is %s to the client", (state, everIssued, shown) => {
		expect(coarse(state, everIssued)).toBe(shown);
	});
});

describe("the graces", () => {
	const issuedRecordedAt = new Date("2026-11-22T10:00:00.000Z");
	const later = (ms: number) => new Date(issuedRecordedAt.getTime() + ms);

	it.each([
		["at once", { issuedRecordedAt, startedAt: null }, 0, 10_000],
		["in the last millisecond", { issuedRecordedAt, startedAt: null }, 9_999, 1],
		["too late", { issuedRecordedAt, startedAt: null }, 10_000, 0],
		["after the start", { issuedRecordedAt, startedAt: later(-1) }, 0, 0],
		["of a kit that counts as issued by the start alone", { issuedRecordedAt: null, startedAt: null }, 0, 0],
	])("an undo %s", (_when, kit, passed, left) => {
		expect(undoIsOpenFor(kit, 10, later(passed))).toBe(left);
	});

	it("a kit is due a while before the start", () => {
		expect(kitIsDueAt(new Date("2026-11-22T10:00:00Z"), 45)).toEqual(new Date("2026-11-22T09:15:00Z"));
	});
});
