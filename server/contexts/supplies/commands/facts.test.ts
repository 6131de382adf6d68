import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { anAssignment, aRequestedKit, aServiceType, auditOf, aWorker, cookieOf, kitOf, newsOf } from "../testing";
import { issueKit } from "./issue-kit";
import { keepServiceType } from "./keep-service-type";
import { keepWorker } from "./keep-worker";
import { recordEnding } from "./record-ending";
import { recordStart } from "./record-start";
import { recordUnassignment } from "./record-unassignment";
import { requestKit } from "./request-kit";
import { takeBackKit } from "./take-back-kit";
import { undoIssue } from "./undo-issue";

const house = at(createCtx(), "2026-12-01T08:00:00Z");
const staff = actingAs(house, aPerson("warehouse"));

type Assigned = ReturnType<typeof anAssignment>;
type Fact = (assigned: Assigned) => Promise<void>;

const started =
	(kitIssued: boolean): Fact =>
	(assigned) =>
		recordStart(house, { ...assigned, at: "2026-12-01T09:50:00.000Z", photoId: newId(), kitIssued });
const ended =
	(completed: boolean): Fact =>
	({ orderId, assignment }) =>
		recordEnding(house, { orderId, assignment, completed });
const endedUnassigned: Fact = ({ orderId }) => recordEnding(house, { orderId, assignment: null, completed: false });
const unassigned: Fact = (assigned) => recordUnassignment(house, assigned);

function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
	if (items.length <= 1) yield [...items];
	for (const [index, first] of items.entries()) {
		for (const rest of permutations(items.toSpliced(index, 1))) yield [first, ...rest];
	}
}

/** Each order of the facts, each fact told twice. */
async function inEveryOrder(facts: readonly Fact[], begin: () => Promise<Assigned>) {
	const states = new Set<string>();
	for (const order of permutations(facts)) {
		const assigned = await begin();
		for (const fact of [...order, ...order]) await fact(assigned);
		const kit = await kitOf(house, assigned);
		states.add(kit ? `${kit.state}${kit.returnDue ? ", to be brought back" : ""}` : "none");
	}
	return [...states].sort();
}

const onShelf = async () => (await aRequestedKit(house)).assigned;
const issued = async () => {
	const { kitId, assigned } = await aRequestedKit(house);
	await issueKit(staff, { kitId });
	return assigned;
};
const undone = async () => {
	const { kitId, assigned } = await aRequestedKit(house);
	await issueKit(staff, { kitId });
	await undoIssue(staff, { kitId });
	return assigned;
};

describe("a kit ends the same, in whatever order and however often the facts come", () => {
	it.each([
		["issued, started, done: used", issued, [started(true), ended(true)], ["used"]],
		["issued, done: used", issued, [ended(true)], ["used"]],
		["issued, started without it, failed", issued, [started(false), ended(false)], ["issued, to be brought back"]],
		[
			"issued, unassigned, the order cancelled later",
			issued,
			[unassigned, ended(false)],
			["issued, to be brought back"],
		],
		["undone, and the start had not heard of it", undone, [started(true)], ["issued"]],
		["undone, and a manager let the worker start without", undone, [started(false)], ["requested"]],
		["undone, started with it, done", undone, [started(true), ended(true)], ["used"]],
		["undone, started with it, failed", undone, [started(true), ended(false)], ["issued, to be brought back"]],
		["undone, started without, done: back on the shelf", undone, [started(false), ended(true)], ["returned"]],
		["on the shelf, done without it", onShelf, [started(false), ended(true)], ["returned"]],
		["on the shelf, cancelled", onShelf, [ended(false)], ["returned"]],
		["on the shelf, unassigned", onShelf, [unassigned], ["returned"]],
		["failed, then corrected to done", issued, [ended(false), ended(true)], ["used"]],
	] as const)("%s", async (_what, begin, facts, expected) => {
		expect(await inEveryOrder(facts, begin)).toEqual(expected);
	});

	it.each([
		["unassigned", [unassigned]],
		["ended with this assignment", [ended(false)]],
		["ended before supplies knew of any assignment", [endedUnassigned]],
		["started and done", [started(true), ended(true)]],
	] as const)("before the assignment comes, %s: no kit and no cookie", async (_what, facts) => {
		const [type, worker] = [aServiceType(), aWorker()];
		await keepServiceType(house, type);
		await keepWorker(house, worker);
		for (const order of permutations(facts)) {
			const assigned = anAssignment({ serviceTypeId: type.serviceTypeId, workerId: worker.workerId });
			for (const fact of order) await fact(assigned);
			await requestKit(house, assigned);
			expect(await kitOf(house, assigned)).toBeUndefined();
			expect(await cookieOf(house, assigned.orderId)).toBeUndefined();
			expect(await newsOf(house, assigned.orderId)).toEqual([]);
		}
	});

	it("an end that comes in the very moment of the assignment leaves nothing on the shelf", async () => {
		const [type, worker] = [aServiceType(), aWorker()];
		await keepServiceType(house, type);
		await keepWorker(house, worker);
		for (let round = 0; round < 10; round++) {
			const assigned = anAssignment({ serviceTypeId: type.serviceTypeId, workerId: worker.workerId });
			await Promise.all([requestKit(house, assigned), ended(false)(assigned)]);
			expect([undefined, "returned"]).toContain((await kitOf(house, assigned))?.state);
		}
	});
});

describe("a kit of a job that came to nothing", () => {
	it("goes back by itself from the shelf, and everybody is told", async () => {
		const { assigned, orderId } = await aRequestedKit(house);
		await unassigned(assigned);
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "kit.returned"]);
		expect((await auditOf(house, orderId)).at(-1)).toMatchObject({
			action: "supplies.settle-kit",
			before: { state: "requested" },
			after: { state: "returned" },
		});
	});

	it("is the worker's to bring back when it was issued, and back when staff say so", async () => {
		const { kitId, assigned, orderId } = await aRequestedKit(house);
		await issueKit(staff, { kitId });
		await expect(takeBackKit(staff, { kitId })).rejects.toMatchObject({ code: "supplies.not_to_be_returned" });
		await ended(false)(assigned);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "issued", returnDue: true });
		await Promise.all([takeBackKit(staff, { kitId }), takeBackKit(staff, { kitId })]);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "returned", returnDue: false, broughtBackBy: "Murka" });
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "kit.issued", "kit.returned"]);
		expect((await auditOf(house, orderId)).map(({ action }) => action)).toContain("supplies.take-back-kit");
		await expect(issueKit(staff, { kitId })).rejects.toMatchObject({ code: "supplies.not_on_shelf" });
	});

	it("does not trouble the next worker's: another assignment, another kit, the same cookie", async () => {
		const { assigned, orderId, worker } = await aRequestedKit(house);
		await unassigned(assigned);
		const second = { ...assigned, assignment: 2, workerId: worker.workerId };
		await requestKit(house, second);
		await unassigned(assigned);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "returned" });
		expect(await kitOf(house, second)).toMatchObject({ state: "requested" });
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "kit.returned", "kit.requested"]);
	});
});

describe("an undo that crosses the start", () => {
	it("the start that had not heard of it makes the kit issued again, and everybody is told", async () => {
		const assigned = await undone();
		await started(true)(assigned);
		expect(await newsOf(house, assigned.orderId)).toEqual([
			...["kit.requested", "kit.issued", "kit.issue-undone", "kit.issued"],
		]);
	});
});
