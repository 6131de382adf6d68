import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import type { Person } from "@/server/kernel/actor";
import { type KitId, newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { issueKit } from "./commands/issue-kit";
import { receiveCookie } from "./commands/receive-cookie";
import { recordEnding } from "./commands/record-ending";
import { tickItem } from "./commands/tick-item";
import { aRequestedKit, kitOf } from "./testing";

const now = "2026-12-01T08:00:00Z";
const house = at(createCtx(), now);
const as = (person: Person, time = now) => createCaller({ ...actingAs(at(createCtx(), time), person) });
const staff = actingAs(house, aPerson("warehouse"));
const warehouse = (time = now) => as(aPerson("warehouse"), time).supplies;
const shelf = async (time = now) => (await warehouse(time).board()).onShelf;
const onBoard = async (kitId: KitId, time = now) => (await shelf(time)).find((kit) => kit.kitId === kitId);
const handedOut = async (kitId: KitId, time = now) =>
	(await warehouse(time).board()).issued.find((kit) => kit.kitId === kitId);

describe("the warehouse's board", () => {
	it("shows what staff need of a kit: who, when, what, and the cookie", async () => {
		const { kitId, worker, assigned } = await aRequestedKit(house);
		expect(await onBoard(kitId)).toEqual({
			kitId,
			orderNumber: assigned.orderNumber,
			assignment: 1,
			serviceName: { en: "Sofa scratching", ru: "Царапание дивана" },
			worker: { workerId: worker.workerId, name: "Barsik", breed: "siberian", coat: "red" },
			startsAt: new Date(assigned.startsAt),
			dueAt: new Date("2026-12-01T09:15:00Z"),
			state: "requested",
			column: "new",
			items: expect.arrayContaining([
				{
					position: 0,
					kind: "supply",
					name: { en: "Claw sheaths", ru: "Чехлы для когтей" },
					quantity: 2,
					ticked: false,
				},
				{ position: 3, kind: "cookie", name: null, quantity: 1, ticked: false },
			]),
			cookie: { state: "intent", expectedAt: null, givenUp: false },
			issuedAt: null,
			returnDue: false,
			undoMs: 0,
		});
	});

	it("sorts by when the kit is needed", async () => {
		const late = await aRequestedKit(house, { startsAt: "2026-12-01T12:00:00.000Z" });
		const soon = await aRequestedKit(house, { startsAt: "2026-12-01T09:00:00.000Z" });
		const order = (await shelf()).map(({ kitId }) => kitId);
		expect(order.indexOf(soon.kitId)).toBeLessThan(order.indexOf(late.kitId));
		const times = (await shelf()).map(({ startsAt }) => startsAt.getTime());
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	it("moves a kit from new to waiting for the cookie, to ready, to issued", async () => {
		const { kitId, orderId } = await aRequestedKit(house);
		for (const position of [0, 1, 2]) await warehouse().tick({ kitId, position, ticked: true });
		expect(await onBoard(kitId)).toMatchObject({ column: "cookie", state: "assembling" });
		await receiveCookie(house, { order: orderId, reference: "c", status: "delivered" });
		expect(await onBoard(kitId)).toMatchObject({ column: "cookie", cookie: { state: "arrived" } });
		await warehouse().tick({ kitId, position: 3, ticked: true });
		expect(await onBoard(kitId)).toMatchObject({ column: "ready", state: "ready" });
		await warehouse().issue({ kitId });
		expect(await onBoard(kitId)).toBeUndefined();
		const issued = await handedOut(kitId);
		expect(issued).toMatchObject({ state: "issued", column: "ready" });
		expect(issued?.undoMs).toBeGreaterThan(8_000);
		await warehouse().undoIssue({ kitId });
		expect(await onBoard(kitId)).toMatchObject({ column: "ready", state: "ready", undoMs: 0 });
	});

	it("keeps what was issued until the day is over, and what is to be brought back until it is", async () => {
		const [done, lost] = [await aRequestedKit(house), await aRequestedKit(house)];
		for (const { kitId } of [done, lost]) await issueKit(staff, { kitId });
		await recordEnding(house, { orderId: done.orderId, assignment: 1, completed: true });
		await recordEnding(house, { orderId: lost.orderId, assignment: 1, completed: false });
		expect(await handedOut(done.kitId)).toMatchObject({ state: "used", returnDue: false });
		const midnight = "2026-12-01T21:00:00Z";
		expect(await handedOut(done.kitId, "2026-12-01T20:59:59Z")).toBeDefined();
		expect(await handedOut(done.kitId, midnight)).toBeUndefined();
		expect(await handedOut(lost.kitId, midnight)).toMatchObject({ returnDue: true });
		await warehouse(midnight).takeBack({ kitId: lost.kitId });
		expect(await handedOut(lost.kitId, midnight)).toBeUndefined();
	});

	it("counts what it does not show", async () => {
		expect((await warehouse().board()).notShown).toEqual({ onShelf: 0, issued: 0 });
	});
});

describe("one's own kit", () => {
	it("a worker sees how far it is, and nobody else's", async () => {
		const { orderId, worker, kitId } = await aRequestedKit(house);
		const own = as({ ...aPerson("worker"), workerId: worker.workerId }).supplies;
		expect(await own.workerKit({ orderId })).toEqual({ state: "requested", returnDue: false, issuedAt: null });
		await issueKit(staff, { kitId });
		expect(await own.workerKit({ orderId })).toMatchObject({ state: "issued", issuedAt: new Date(now) });
		const stranger = as(aPerson("worker")).supplies;
		for (const id of [orderId, newId<OrderId>()]) {
			await expect(stranger.workerKit({ orderId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
		}
	});

	it("a client sees three words of it, and nobody else's", async () => {
		const { orderId, clientId, kitId } = await aRequestedKit(house);
		const own = as({ ...aPerson("client"), clientId }).supplies;
		await tickItem(staff, { kitId, position: 0, ticked: true });
		expect(await own.clientKit({ orderId })).toEqual({ state: "requested" });
		await issueKit(staff, { kitId });
		expect(await own.clientKit({ orderId })).toEqual({ state: "issued" });
		await expect(as(aPerson("client")).supplies.clientKit({ orderId })).rejects.toMatchObject({ code: "NOT_FOUND" });
	});
});

describe("the office", () => {
	it("sees all that supplies knows of an order", async () => {
		const { orderId, kitId } = await aRequestedKit(house);
		await tickItem(staff, { kitId, position: 2, ticked: true });
		await issueKit(staff, { kitId });
		const known = await as(aPerson("manager")).supplies.officeOrder({ orderId });
		expect(known).toMatchObject({
			kits: [{ kitId, assignment: 1, workerName: "Barsik", state: "issued", issuedBy: "Murka" }],
			cookie: { state: "intent", reference: null, giveUpAt: new Date("2026-12-01T08:45:00Z") },
		});
		expect(known.kits[0]?.items[2]).toMatchObject({ kind: "form", tickedBy: "Murka" });
	});

	it("sees that of an unknown order there is nothing", async () => {
		const known = await as(aPerson("manager")).supplies.officeOrder({ orderId: newId() });
		expect(known).toEqual({ kits: [], cookie: null });
	});
});

describe("who may ask", () => {
	const people = ["client", "worker", "warehouse", "manager", "admin"] as const;
	const allowed: Record<string, readonly string[]> = {
		board: ["warehouse"],
		tick: ["warehouse"],
		issue: ["warehouse"],
		undoIssue: ["warehouse"],
		takeBack: ["warehouse"],
		officeOrder: ["manager", "admin"],
		workerKit: ["worker"],
		clientKit: ["client"],
	};

	it.each(people)("a %s: what is theirs, and nothing else", async (role) => {
		const { kitId, orderId, assigned } = await aRequestedKit(house);
		const { supplies } = as(aPerson(role));
		const calls: Record<string, () => Promise<unknown>> = {
			board: () => supplies.board(),
			tick: () => supplies.tick({ kitId: newId(), position: 0, ticked: true }),
			issue: () => supplies.issue({ kitId: newId() }),
			undoIssue: () => supplies.undoIssue({ kitId: newId() }),
			takeBack: () => supplies.takeBack({ kitId: newId() }),
			officeOrder: () => supplies.officeOrder({ orderId }),
			workerKit: () => supplies.workerKit({ orderId }),
			clientKit: () => supplies.clientKit({ orderId }),
		};
		for (const [name, call] of Object.entries(calls)) {
			const outcome = await call().then(
				() => "answer",
				({ code }: { code: string }) => code,
			);
			if (allowed[name]?.includes(role)) expect(["answer", "NOT_FOUND"]).toContain(outcome);
			else expect([name, outcome]).toEqual([name, "FORBIDDEN"]);
		}
		expect(await kitOf(house, assigned)).toMatchObject({ id: kitId, state: "requested" });
	});
});
