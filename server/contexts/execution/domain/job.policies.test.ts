import { describe, expect, it } from "vitest";
import { clientStageOf, hasEnded, type Job, jobStates } from "./job";
import {
	assignmentComesLate,
	givingUpMeans,
	isEquipped,
	isNoShow,
	isOverdue,
	mayCheckInAt,
	neverStaffed,
	overridesOf,
	possibleCorrections,
	termsOf,
	whyNotCancelled,
} from "./job.policies";
import { orderOfPhoto, reportPhotoOf, startPhotoOf } from "./photo";

const startsAt = new Date("2026-12-01T10:00:00Z");
const on = (time: string) => new Date(`2026-12-01T${time}Z`);
const job = (state: Job["state"], assignment: number | null = 1): Job => ({
	state,
	assignment,
	startsAt,
	overdueAt: null,
});
const terms = termsOf(
	{ startsAt, durationMinutes: 90 },
	{ checkInEarlyMinutes: 30, noShowGraceMinutes: 15, giveUpFreeMinutes: 180, overdueAlertMinutes: 120 },
);

describe("the moments of an assignment", () => {
	it("follow from the start, the duration and the policy in force", () => {
		expect(terms).toEqual({
			checkInFrom: on("09:30:00"),
			noShowAt: on("10:15:00"),
			giveUpFreeUntil: on("07:00:00"),
			overdueAlertAt: on("13:30:00"),
		});
	});
});

describe("the check-in (R-180)", () => {
	it.each([
		["09:29:59.999", false],
		["09:30:00", true],
		["10:14:59", true],
		["10:20:00", true],
	])("at %s is possible: %s", (time, possible) => {
		expect(mayCheckInAt(terms, on(time))).toBe(possible);
	});

	it.each([
		[true, null, true],
		[false, null, false],
		[false, "the kit is at the client's already", true],
	])("with kit issued %s and a manager's word %j may begin: %s", (issued, word, may) => {
		expect(isEquipped(issued, word)).toBe(may);
	});
});

describe("a no-show (R-130)", () => {
	it.each([
		["scheduled", 1, "10:14:59.999", false],
		["scheduled", 1, "10:15:00", true],
		["scheduled", 2, "10:15:00", false],
		["started", 1, "10:15:00", false],
		["waiting", null, "10:15:00", false],
		["cancelled", 1, "10:15:00", false],
	] as const)("of assignment 1: job %s in the hands of %s at %s: %s", (state, holder, time, noShow) => {
		expect(isNoShow(job(state, holder), 1, terms, on(time))).toBe(noShow);
	});

	it.each([
		["waiting", "09:59:59.999", false],
		["waiting", "10:00:00", true],
		["scheduled", "10:00:00", false],
		["failed", "10:00:00", false],
	] as const)("is something else than never being staffed: %s at %s: %s", (state, time, unstaffed) => {
		expect(neverStaffed(job(state, null), on(time))).toBe(unstaffed);
	});
});

describe("giving up", () => {
	it.each([
		["scheduled", "06:00:00", "released"],
		["scheduled", "07:00:00", "released"],
		["scheduled", "07:00:00.001", "failed"],
		["scheduled", "10:05:00", "failed"],
		["started", "06:00:00", "failed"],
	] as const)("a %s job at %s means: %s", (state, time, consequence) => {
		expect(givingUpMeans(job(state), terms, on(time))).toBe(consequence);
	});
});

describe("a started job", () => {
	it.each([
		["started", 1, "13:29:59.999", null, false],
		["started", 1, "13:30:00", null, true],
		["started", 1, "13:30:00", on("13:30:00"), false],
		["started", 2, "13:30:00", null, false],
		["completed", 1, "13:30:00", null, false],
	] as const)("is overdue: %s by assignment %s at %s, told at %s: %s", (state, holder, time, overdueAt, overdue) => {
		expect(isOverdue({ ...job(state, holder), overdueAt }, 1, terms, on(time))).toBe(overdue);
	});
});

describe("an assignment", () => {
	it.each([
		["waiting", 0, 1, false],
		["waiting", 1, 2, false],
		["scheduled", 1, 2, false],
		["scheduled", 2, 1, true],
		["started", 1, 2, true],
		["failed", 0, 1, true],
		["cancelled", 1, 2, true],
	] as const)("comes late: job %s, newest known %i, this one %i: %s", (state, newest, number, late) => {
		expect(assignmentComesLate(job(state), newest, number)).toBe(late);
	});
});

describe("cancelling", () => {
	it.each([
		["waiting", "client", null],
		["scheduled", "client", null],
		["started", "client", "already-started"],
		["started", "manager", null],
		["completed", "client", "already-ended"],
		["failed", "manager", "already-ended"],
	] as const)("a %s job by the %s is refused: %s", (state, by, why) => {
		expect(whyNotCancelled(job(state), by)).toBe(why);
	});
});

describe("a manager", () => {
	it.each([
		["completed", 1, ["failed", "cancelled"]],
		["failed", 1, ["completed", "cancelled"]],
		["failed", null, ["cancelled"]],
		["cancelled", null, ["failed"]],
		["scheduled", 1, []],
	] as const)("can correct a %s job of assignment %s to %j", (state, assignment, corrections) => {
		expect(possibleCorrections(job(state, assignment))).toEqual(corrections);
	});

	it.each([
		["waiting", null, { allowStartWithoutKit: false, complete: false, fail: true }],
		["scheduled", 1, { allowStartWithoutKit: true, complete: false, fail: true }],
		["started", 1, { allowStartWithoutKit: false, complete: true, fail: true }],
		["completed", 1, { allowStartWithoutKit: false, complete: false, fail: false }],
	] as const)("may do with a %s job of assignment %s: %j", (state, assignment, may) => {
		expect(overridesOf(job(state, assignment))).toMatchObject(may);
	});
});

describe("a client", () => {
	it("sees each state as a stage, and a collected kit as being on the way", () => {
		expect(jobStates.map((state) => clientStageOf(state, false))).toEqual([
			"looking",
			"assigned",
			"under-way",
			"completed",
			"failed",
			"cancelled",
		]);
		expect(clientStageOf("scheduled", true)).toBe("on-the-way");
		expect(jobStates.filter((state) => hasEnded({ state }))).toEqual(["completed", "failed", "cancelled"]);
	});
});

describe("a photo", () => {
	const order = "01890a5d-ac96-774b-bcce-b302099a8057";
	it.each([
		[startPhotoOf(order), order],
		[reportPhotoOf(order), order],
		[`kit:${order}`, null],
		["start:everything", null],
	])("%s belongs to order %s", (subject, expected) => {
		expect(orderOfPhoto(subject)).toBe(expected);
	});
});
