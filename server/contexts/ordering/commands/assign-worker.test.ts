import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignments } from "@/db/schema/ordering";
import { policyVersions } from "@/db/schema/platform";
import { recordOpeningBalance } from "@/server/contexts/billing/commands/record-opening-balance";
import { actorRef } from "@/server/kernel/actor";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { policySets } from "@/server/platform/policies";
import {
	anAssignedOrder,
	anEnding,
	aPlacedOrder,
	aRegisteredClient,
	auditAbout,
	aWait,
	eventsAbout,
	MONDAY,
	readOrder,
} from "../testing";
import { assignWorker } from "./assign-worker";
import { mirrorEnding } from "./mirror-ending";
import { noteWaiting } from "./note-waiting";
import { requestCancellation } from "./request-cancellation";
import { unassignWorker } from "./unassign-worker";

const ctx = at(createCtx(), MONDAY);

const historyOf = (orderId: OrderId) =>
	ctx.db.select().from(assignments).where(eq(assignments.orderId, orderId)).orderBy(asc(assignments.number));

const aRelease = (orderId: OrderId, workerId: WorkerId, assignment = 1) => ({
	orderId,
	workerId,
	assignment,
	reason: "A thorn in the paw",
	at: "2026-11-23T09:00:00.000Z",
});

const names = async (orderId: OrderId) => (await eventsAbout(ctx, `order:${orderId}`)).map(({ name }) => name);

describe("assigning a worker (R-050, R-072)", () => {
	it("fixes the price and tells all terms at once", async () => {
		const { orderId, client } = await aPlacedOrder(ctx);
		const workerId = newId<WorkerId>();
		await assignWorker(ctx, { orderId, workerId, match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			state: "assigned",
			assignment: 1,
			workerId,
			listPrice: 10000n,
			discountPercent: 0,
			price: 10000n,
			workerShare: 6000n,
			workerPenalty: 4000n,
			moneyPolicyVersion: 1,
			priceFormulaVersion: 1,
		});
		expect(await historyOf(orderId)).toMatchObject([{ number: 1, match: 1, workerId, price: 10000n, endedAt: null }]);
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.assign")).toMatchObject([
			{ actor: { kind: "system" }, after: { workerId, assignment: 1, price: "10000" } },
		]);
		const full = { minor: "10000", currency: "CTU" };
		expect((await eventsAbout(ctx, `order:${orderId}`)).at(-1)).toMatchObject({
			name: "ordering/order.assigned",
			data: {
				clientId: client.clientId,
				workerId,
				assignment: 1,
				listPrice: full,
				discountPercent: 0,
				price: full,
				workerShare: { minor: "6000", currency: "CTU" },
				workerPenalty: { minor: "4000", currency: "CTU" },
				clientPays: { completed: full, cancelled: full, failed: full },
				moneyPolicyVersion: 1,
				priceFormulaVersion: 1,
			},
		});
	});

	it("gives the discount that the client has earned by that moment (R-040)", async () => {
		const client = await aRegisteredClient(ctx);
		const { orderId } = await aPlacedOrder(ctx, client);
		const paid = money(1_000_001n);
		await recordOpeningBalance(ctx, { idempotencyKey: newId(), clientId: client.clientId, paid, reason: "Before" });
		await assignWorker(ctx, { orderId, workerId: newId(), match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			zoneName: "Заречье",
			listPrice: 10000n,
			discountPercent: 5,
			price: 9500n,
			workerShare: 6000n,
		});
	});

	it("follows the money policies in force at that moment, and keeps their version", async () => {
		const { orderId } = await aPlacedOrder(ctx);
		const later = at(ctx, "2031-05-05T09:00:00Z");
		await ctx.db.insert(policyVersions).values({
			set: "money",
			version: 2,
			effectiveFrom: new Date("2031-05-01"),
			values: { ...policySets.money.defaults, workerSharePercent: 70, workerPenalty: "5000" },
			author: actorRef(ctx.actor),
		});
		await assignWorker(later, { orderId, workerId: newId(), match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			moneyPolicyVersion: 2,
			workerShare: 7000n,
			workerPenalty: 5000n,
		});
	});

	it("changes nothing when told twice, even at the same moment", async () => {
		const { orderId } = await aPlacedOrder(ctx);
		const match = { orderId, workerId: newId<WorkerId>(), match: 1 };
		await Promise.all([assignWorker(ctx, match), assignWorker(ctx, match), assignWorker(ctx, match)]);
		expect(await readOrder(ctx, orderId)).toMatchObject({ assignment: 1 });
		expect(await historyOf(orderId)).toHaveLength(1);
		expect(await names(orderId)).toEqual(["ordering/order.placed", "ordering/order.assigned"]);
	});

	it("changes nothing for an order that has ended", async () => {
		const { orderId } = await aPlacedOrder(ctx);
		await mirrorEnding(ctx, { ...anEnding({ orderId }), outcome: "cancelled" });
		await assignWorker(ctx, { orderId, workerId: newId(), match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "cancelled", workerId: null, price: null });
		expect(await names(orderId)).toEqual(["ordering/order.placed"]);
	});
});

describe("a worker who gives up early", () => {
	it("leaves the order to another, who takes it over at the same price", async () => {
		const client = await aRegisteredClient(ctx);
		const first = newId<WorkerId>();
		const { orderId } = await anAssignedOrder(ctx, client, first);
		await unassignWorker(ctx, aRelease(orderId, first));
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "placed", workerId: null, price: 10000n });
		expect((await eventsAbout(ctx, `order:${orderId}`)).at(-1)).toMatchObject({
			name: "ordering/order.unassigned",
			data: { workerId: first, assignment: 1, reason: "A thorn in the paw" },
		});
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.unassign")).toMatchObject([
			{ before: { workerId: first, assignment: 1 }, reason: "A thorn in the paw" },
		]);

		const paid = money(5_000_001n);
		await recordOpeningBalance(ctx, { idempotencyKey: newId(), clientId: client.clientId, paid, reason: "Before" });
		const second = newId<WorkerId>();
		await assignWorker(ctx, { orderId, workerId: second, match: 2 });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			state: "assigned",
			assignment: 2,
			workerId: second,
			price: 10000n,
			discountPercent: 0,
		});
		expect(await historyOf(orderId)).toMatchObject([
			{ number: 1, workerId: first, endedReason: "released", endedAt: new Date("2026-11-23T09:00:00.000Z") },
			{ number: 2, workerId: second, endedReason: null },
		]);
		const last = (await eventsAbout(ctx, `order:${orderId}`)).at(-1);
		expect(last).toMatchObject({ data: { assignment: 2, price: { minor: "10000" } } });
	});

	it("is released once, and late news of the first assignment touches nothing of the second", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		const release = aRelease(orderId, workerId);
		await Promise.all([unassignWorker(ctx, release), unassignWorker(ctx, release)]);
		const second = newId<WorkerId>();
		await assignWorker(ctx, { orderId, workerId: second, match: 2 });
		await unassignWorker(ctx, release);
		await assignWorker(ctx, { orderId, workerId, match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "assigned", workerId: second, assignment: 2 });
		expect(await names(orderId)).toEqual([
			"ordering/order.placed",
			"ordering/order.assigned",
			"ordering/order.unassigned",
			"ordering/order.assigned",
		]);
	});

	it("does not get the order back by a match that was overtaken", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		await unassignWorker(ctx, aRelease(orderId, workerId));
		await assignWorker(ctx, { orderId, workerId, match: 1 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "placed", workerId: null });
	});
});

describe("waiting for a worker", () => {
	it("is shown until somebody is found", async () => {
		const { orderId } = await aPlacedOrder(ctx);
		await noteWaiting(ctx, aWait(orderId));
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "placed", waitingReason: "everybody-booked" });
		await assignWorker(ctx, { orderId, workerId: newId(), match: 1 });
		await noteWaiting(ctx, aWait(orderId));
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "assigned", waitingReason: null });
	});

	it("is for the newest reason, when two are told in one moment and come swapped", async () => {
		for (let round = 0; round < 6; round++) {
			const { orderId } = await aPlacedOrder(ctx);
			const [older, newer] = [aWait(orderId), { ...aWait(orderId), number: 2, reason: "nobody-suits" as const }];
			await Promise.all((round % 2 ? [older, newer] : [newer, older]).map((wait) => noteWaiting(ctx, wait)));
			expect(await readOrder(ctx, orderId)).toMatchObject({ waitingReason: "nobody-suits" });
			await noteWaiting(ctx, older);
			expect(await readOrder(ctx, orderId)).toMatchObject({ waitingReason: "nobody-suits" });
		}
	});

	it("is not shown for a search that was over before the worker gave the order back", async () => {
		const { orderId, workerId } = await anAssignedOrder(ctx);
		await unassignWorker(ctx, aRelease(orderId, workerId));
		await noteWaiting(ctx, aWait(orderId));
		expect(await readOrder(ctx, orderId)).toMatchObject({ state: "placed", waitingReason: null });
		await noteWaiting(ctx, { ...aWait(orderId), match: 2, number: 2 });
		expect(await readOrder(ctx, orderId)).toMatchObject({ waitingReason: "everybody-booked" });
	});
});

describe("cancelling against assigning", () => {
	it("has one consistent end, whichever comes first", async () => {
		for (let attempt = 0; attempt < 12; attempt++) {
			const { orderId, client } = await aPlacedOrder(ctx);
			const workerId = newId<WorkerId>();
			const assign = () => assignWorker(ctx, { orderId, workerId, match: 1 });
			const cancel = () => requestCancellation(actingAs(ctx, client), { orderId, amount: money(0n) });
			const [, cancelled] = await Promise.allSettled(
				attempt % 2 === 0 ? [assign(), cancel()] : [cancel(), assign()].reverse(),
			);
			const told = await names(orderId);
			const order = await readOrder(ctx, orderId);
			const promisedFree = told.includes("ordering/order.cancellation-requested");
			// Whom we promised that it costs nothing is not given a worker; who was late is shown the new amount.
			expect(told.includes("ordering/order.assigned")).toBe(!promisedFree);
			expect(order.state).toBe(promisedFree ? "placed" : "assigned");
			if (!promisedFree) {
				expect(cancelled).toMatchObject({ reason: { code: "ordering.amount_changed", details: { minor: "10000" } } });
			}
			await mirrorEnding(ctx, {
				...anEnding(promisedFree ? { orderId } : { orderId, workerId }),
				outcome: "cancelled",
			});
			await assign();
			expect(await readOrder(ctx, orderId)).toMatchObject({ state: "cancelled", payable: !promisedFree });
		}
	});
});
