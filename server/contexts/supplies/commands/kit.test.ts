import { describe, expect, it } from "vitest";
import { liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import type { Role } from "@/server/kernel/actor";
import { fixedClock, systemNow } from "@/server/kernel/clock";
import { type KitId, newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, type Ctx, createCtx } from "@/server/platform/context";
import {
	anAssignment,
	aRequestedKit,
	aServiceType,
	auditOf,
	aWorker,
	cookieOf,
	itemsOf,
	kitOf,
	newsOf,
} from "../testing";
import { issueKit } from "./issue-kit";
import { keepServiceType } from "./keep-service-type";
import { keepWorker } from "./keep-worker";
import { receiveCookie } from "./receive-cookie";
import { recordStart } from "./record-start";
import { requestKit } from "./request-kit";
import { takeBackKit } from "./take-back-kit";
import { tickItem } from "./tick-item";
import { undoIssue } from "./undo-issue";

const house = at(createCtx(), "2026-12-01T08:00:00Z");
const staff = actingAs(house, aPerson("warehouse"));
const bySystemClock = (ctx: Ctx, passedMs: number): Ctx => ({
	...ctx,
	clock: { ...fixedClock("2026-12-01T08:00:00Z"), systemNow: () => new Date(systemNow().getTime() + passedMs) },
});
const arrived = (orderId: OrderId) => receiveCookie(house, { order: orderId, reference: "c-1", status: "delivered" });
const tick = (kitId: KitId, position: number, ticked = true) => tickItem(staff, { kitId, position, ticked });

describe("a requested kit (R-150, R-170)", () => {
	it("holds the supplies of the service type, the acceptance form and the fortune cookie", async () => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "requested", contactName: "Murka", assignment: 1 });
		expect(await itemsOf(house, kitId)).toMatchObject([
			{ kind: "supply", name: { en: "Claw sheaths" }, quantity: 2, tickedAt: null },
			{ kind: "supply", name: { ru: "Ролик от шерсти" }, quantity: 1 },
			{ kind: "form", name: null },
			{ kind: "cookie", name: null },
		]);
		expect(await cookieOf(house, orderId)).toMatchObject({
			state: "intent",
			giveUpAt: new Date("2026-12-01T08:45:00Z"),
		});
		expect(await newsOf(house, orderId)).toEqual(["kit.requested"]);
		expect(await auditOf(house, orderId)).toMatchObject([
			{ action: "supplies.request-kit", actor: { kind: "system" }, after: { assignment: 1, contents: 4 } },
		]);
	});

	it("is announced to the warehouse, the worker and the client", async () => {
		const { orderId, clientId, worker } = await aRequestedKit(house);
		const changes = (await house.db.select().from(liveChanges)).filter((change) => change.subject === orderId);
		expect(changes[0]).toMatchObject({
			context: "supplies",
			audiences: ["warehouse", `worker:${worker.workerId}`, `client:${clientId}`, "office"],
		});
	});

	it("is requested once, however often the assignment is told", async () => {
		const { assigned, orderId } = await aRequestedKit(house);
		await Promise.all([requestKit(house, assigned), requestKit(house, assigned)]);
		expect(await newsOf(house, orderId)).toEqual(["kit.requested"]);
	});

	it("keeps its contents when the service type changes afterwards", async () => {
		const { kitId, assigned } = await aRequestedKit(house);
		await keepServiceType(house, aServiceType({ serviceTypeId: assigned.serviceTypeId, version: 2, supplies: [] }));
		expect(await itemsOf(house, kitId)).toHaveLength(4);
	});

	it("takes the newest list, in whatever order the versions came", async () => {
		const [newer, worker] = [aServiceType({ version: 2, supplies: [] }), aWorker()];
		await keepServiceType(house, newer);
		await keepServiceType(house, aServiceType({ serviceTypeId: newer.serviceTypeId, version: 1 }));
		await keepWorker(house, worker);
		const assigned = anAssignment({ serviceTypeId: newer.serviceTypeId, workerId: worker.workerId });
		await requestKit(house, assigned);
		const kit = await kitOf(house, assigned);
		const items = kit ? await itemsOf(house, kit.id) : [];
		expect(items.map(({ kind }) => kind)).toEqual(["form", "cookie"]);
	});

	it("waits for the service type and the worker to be known", async () => {
		const [type, worker] = [aServiceType(), aWorker()];
		const assigned = anAssignment({ serviceTypeId: type.serviceTypeId, workerId: worker.workerId });
		await expect(requestKit(house, assigned)).rejects.toThrow(/not yet: service type/);
		await keepServiceType(house, type);
		await expect(requestKit(house, assigned)).rejects.toThrow(/not yet: worker/);
		await keepWorker(house, worker);
		await requestKit(house, assigned);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "requested" });
	});
});

describe("assembling", () => {
	it("begins with the first thing ticked and ends with the last, the arrived cookie among them", async () => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		await tick(kitId, 0);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "assembling" });
		await tick(kitId, 1);
		await tick(kitId, 2);
		await arrived(orderId);
		await tick(kitId, 3);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "ready" });
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "cookie.arrived", "kit.ready"]);
		expect((await itemsOf(house, kitId))[0]).toMatchObject({
			tickedBy: "Murka",
			tickedAt: new Date("2026-12-01T08:00:00Z"),
		});
		expect((await auditOf(house, orderId)).map(({ action }) => action)).toContain("supplies.tick-item");
	});

	it("goes back when a tick is taken away, and ticking twice is ticking once", async () => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		await tick(kitId, 0);
		await tick(kitId, 0);
		await tick(kitId, 0, false);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "requested" });
		const actions = (await auditOf(house, orderId)).map(({ action }) => action);
		expect(actions.filter((action) => action.endsWith("tick-item"))).toEqual([
			"supplies.tick-item",
			"supplies.untick-item",
		]);
	});

	it("refuses a cookie that has not arrived, and a thing that is not in the kit", async () => {
		const { kitId } = await aRequestedKit(house);
		await expect(tick(kitId, 3)).rejects.toMatchObject({ code: "supplies.cookie_not_here" });
		await expect(tick(kitId, 4)).rejects.toMatchObject({ code: "common.not_found" });
		await expect(tick(newId(), 0)).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("two cats tick the last two things at once: ready once", async () => {
		const { kitId, orderId } = await aRequestedKit(house);
		await tick(kitId, 0);
		await arrived(orderId);
		await Promise.all([tick(kitId, 1), tick(kitId, 2), tick(kitId, 3)]);
		expect((await newsOf(house, orderId)).filter((name) => name === "kit.ready")).toHaveLength(1);
	});
});

describe("Issued (R-160)", () => {
	it("works on a kit whatever is in it, and a second press does nothing", async () => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		await Promise.all([issueKit(staff, { kitId }), issueKit(staff, { kitId })]);
		expect(await kitOf(house, assigned)).toMatchObject({ state: "issued", issuedBy: "Murka" });
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "kit.issued"]);
		expect((await auditOf(house, orderId)).map(({ action, actor }) => [action, actor.name])).toContainEqual([
			"supplies.issue-kit",
			"Murka",
		]);
		await expect(tick(kitId, 0)).rejects.toMatchObject({ code: "supplies.not_on_shelf" });
	});

	it("can be undone for ten seconds of the machine's clock, back to where the kit was", async () => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		await tick(kitId, 0);
		await issueKit(staff, { kitId });
		await undoIssue(bySystemClock(staff, 9_000), { kitId });
		expect(await kitOf(house, assigned)).toMatchObject({ state: "assembling", issuedAt: null, issuedBy: null });
		expect(await newsOf(house, orderId)).toEqual(["kit.requested", "kit.issued", "kit.issue-undone"]);
		await expect(undoIssue(staff, { kitId })).rejects.toMatchObject({ code: "supplies.not_issued" });
	});

	it("can't be undone later, though business time stands still", async () => {
		const { kitId } = await aRequestedKit(house);
		await issueKit(staff, { kitId });
		await expect(undoIssue(bySystemClock(staff, 10_500), { kitId })).rejects.toMatchObject({
			code: "supplies.undo_too_late",
			details: { seconds: 10 },
		});
	});

	it("can't be undone once the job has started", async () => {
		const { kitId, assigned } = await aRequestedKit(house);
		await issueKit(staff, { kitId });
		await recordStart(house, { ...assigned, at: "2026-12-01T09:50:00.000Z", photoId: newId(), kitIssued: true });
		await expect(undoIssue(staff, { kitId })).rejects.toMatchObject({ code: "supplies.job_started" });
		expect(await kitOf(house, assigned)).toMatchObject({ state: "issued" });
	});

	it("carries times that only grow, even while the clock stands still", async () => {
		const { kitId, assigned } = await aRequestedKit(house);
		const times: number[] = [];
		for (const act of [issueKit, undoIssue, issueKit]) {
			await act(staff, { kitId });
			times.push((await kitOf(house, assigned))?.changedAt.getTime() ?? 0);
		}
		expect(times).toEqual([...new Set(times)].sort());
	});
});

describe("who may", () => {
	const others: Role[] = ["client", "worker", "manager", "admin"];
	it.each(others)("not a %s: nothing at the warehouse is theirs to do", async (role) => {
		const { kitId, assigned } = await aRequestedKit(house);
		const stranger = actingAs(house, aPerson(role));
		const attempts = [
			tickItem(stranger, { kitId, position: 0, ticked: true }),
			issueKit(stranger, { kitId }),
			undoIssue(stranger, { kitId }),
			takeBackKit(stranger, { kitId }),
		];
		for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "common.not_allowed" });
		expect(await kitOf(house, assigned)).toMatchObject({ state: "requested" });
	});

	it("not the warehouse either, where the house itself acts on facts", async () => {
		const { assigned, orderId } = await aRequestedKit(house);
		const attempts = [
			requestKit(staff, { ...assigned, assignment: 2 }),
			receiveCookie(staff, { order: orderId, reference: "c", status: "delivered" }),
			recordStart(staff, { ...assigned, at: "2026-12-01T09:50:00.000Z", photoId: newId(), kitIssued: true }),
		];
		for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
