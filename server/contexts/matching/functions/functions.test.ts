import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { demands, normalSamples, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import { startTestEngine } from "@/server/engine/testing";
import type { EventDefinition } from "@/server/events/catalog/_define";
import { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import { workerChanged } from "@/server/events/catalog/hiring";
import { orderPlaced, orderRated, orderUnassigned } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { days, after as plus } from "@/server/kernel/clock";
import { type ClientId, newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { matchingFunctions } from ".";

const ctx = createCtx();
type Fact = [EventDefinition, Record<string, unknown>];

/** What other contexts tell, all in one go, in an order that has nothing to do with how it happened. */
const tell = (...facts: Fact[]) =>
	withTransaction(ctx, async (tx) => {
		for (const [event, data] of facts.sort(() => Math.random() - 0.5)) await publish(tx, event, data as never);
	});

const inDays = (count: number) => plus(ctx.clock.now(), days(count));
const client = newId<ClientId>();
const order = { orderNumber: 1, clientId: client };

const worker = (workerId: WorkerId, version = 1, given: object = {}): Fact => [
	workerChanged,
	{
		...{ workerId, version, name: `Version ${version}`, email: "a@cats.example", phone: "+79990001122", locale: "en" },
		...{ age: 3, breed: "mixed", coat: "black", photoId: null, active: true, weaknesses: [] },
		strengths: [{ trait: "speed", name: { en: "Speed", ru: "Скорость" }, level: 4 }],
		...given,
	},
];
const placed = (orderId: OrderId, startsAt: Date, excludeWorkerId: WorkerId | null = null): Fact => [
	orderPlaced,
	{
		...{ ...order, orderId, serviceTypeId: newId(), serviceName: { en: "Tossing", ru: "Сброс" }, description: "" },
		place: { zoneId: newId(), zoneName: "Roofs", address: "Roof 3", note: "" },
		contact: { name: "Tom", phone: "+79990001122" },
		...{ startsAt: startsAt.toISOString(), durationMinutes: 60, copyOf: null, excludeWorkerId },
	},
];
const unassigned = (orderId: OrderId, workerId: WorkerId, assignment: number): Fact => [
	orderUnassigned,
	{ orderId, clientId: client, workerId, assignment, reason: "tired" },
];
const ended = (event: EventDefinition, orderId: OrderId, workerId: WorkerId | null, more: object): Fact => [
	event,
	{
		...{ ...order, orderId, workerId, assignment: workerId && 1, ending: 1, at: ctx.clock.now().toISOString() },
		...more,
	},
];

const demandOf = async (orderId: OrderId) =>
	(await ctx.db.select().from(demands).where(eq(demands.order, orderId)))[0] ?? never();
const heldBy = async (orderId: OrderId) =>
	(await reservationsOf(orderId)).filter(({ status }) => status === "held").map(({ sample }) => sample);
const reservationsOf = (orderId: OrderId) =>
	ctx.db.select().from(reservations).where(eq(reservations.order, orderId)).orderBy(asc(reservations.match));
const matchesOf = async (orderId: OrderId) => {
	const rows = await ctx.db
		.select({ name: outbox.name, data: outbox.data })
		.from(outbox)
		.where(sql`${outbox.subjects} @> array[${`order:${orderId}`}] and ${outbox.name} like 'matching/%'`)
		.orderBy(outbox.sequence);
	return rows.map(({ name, data }) => (name === "matching/worker.matched" ? data.workerId : data.reason));
};

let week = 0;

describe.each([
	["each event comes twice", { twice: true }],
	["each step is done twice", { repeated: true }],
])("matching reacts, though %s", (_what, faults) => {
	it("from the order placed to its end, to who waits meanwhile, and to what is learned", async () => {
		const engine = await startTestEngine(matchingFunctions, faults);
		week += 1;
		await ctx.db.update(normalSamples).set({ active: false, version: 1000 });
		const start = inDays(week);
		const [barsik, murka] = [newId<WorkerId>(), newId<WorkerId>()];
		const [first, second] = [newId<OrderId>(), newId<OrderId>()];

		// Nobody is there: the order waits. Barsik comes into the pool and gets it; so does who comes to know of him late.
		await tell(placed(first, start));
		await engine.settle();
		expect(await matchesOf(first)).toEqual(["nobody-in-pool"]);
		await tell(worker(barsik, 2), worker(barsik, 1, { active: false }));
		await engine.settle();
		expect(await heldBy(first)).toEqual([barsik]);

		// A second order at the same time waits for Barsik. He gives the first one back: he may take the second, never the first.
		await tell(placed(second, start));
		await engine.settle();
		expect(await matchesOf(second)).toEqual(["everybody-booked"]);
		await tell(unassigned(first, barsik, 1));
		await engine.settle();
		expect(await matchesOf(first)).toEqual(["nobody-in-pool", barsik, "nobody-suits"]);
		expect(await heldBy(second)).toEqual([barsik]);

		// Murka takes the first one. A late repetition of what Barsik gave back does not take it from her.
		await tell(worker(murka, 1));
		await engine.settle();
		await tell(unassigned(first, barsik, 1));
		await engine.settle();
		expect(await heldBy(first)).toEqual([murka]);
		expect((await demandOf(first)).match).toBe(2);

		// Both end, one is corrected, and the client says what it was like.
		await tell(
			ended(jobCompleted, first, murka, { reportPhotoId: null }),
			[orderRated, { orderId: first, clientId: client, workerId: murka, stars: 5, words: "" }],
			ended(jobFailed, second, barsik, { reason: "no-show", words: "" }),
			ended(jobCorrected, second, barsik, {
				...{ ending: 2, earlier: "failed", outcome: "completed", by: "Matilda", reason: "He had been there" },
			}),
		);
		await engine.settle();
		for (const orderId of [first, second]) {
			expect(await heldBy(orderId)).toEqual([]);
			expect(await demandOf(orderId)).toMatchObject({ state: "ended" });
		}
		const results = await ctx.db.select().from(pastResults).where(eq(pastResults.order, second));
		expect(results.map(({ ending, sample, outcome }) => [ending, sample, outcome]).sort()).toEqual([
			[1, barsik, "failed"],
			[2, barsik, "completed"],
		]);
		const ratings = await ctx.db.select().from(pastRatings).where(eq(pastRatings.order, first));
		expect(ratings).toMatchObject([{ order: first, sample: murka, stars: 5 }]);
		expect(await ctx.db.select().from(normalSamples).where(eq(normalSamples.id, barsik))).toMatchObject([
			{ version: 2, name: "Version 2", active: true, levels: { speed: 4 } },
		]);
		await engine.stop();
	});

	it("to an order and its end heard of together, in any order: nothing stays held, and the time is another's", async () => {
		const engine = await startTestEngine(matchingFunctions, faults);
		week += 1;
		await ctx.db.update(normalSamples).set({ active: false, version: 1000 });
		const barsik = newId<WorkerId>();
		await tell(worker(barsik));
		await engine.settle();
		const orders = Array.from({ length: 12 }, () => newId<OrderId>());
		const waiting = newId<OrderId>();
		await tell(
			placed(waiting, inDays(week)),
			...orders.flatMap((orderId) => [
				placed(orderId, inDays(week)),
				ended(jobCancelled, orderId, null, { by: "client", reason: "" }),
			]),
		);
		await engine.settle();
		for (const orderId of orders) {
			expect(await heldBy(orderId)).toEqual([]);
			expect(await demandOf(orderId)).toMatchObject({ state: "ended" });
		}
		expect(await heldBy(waiting)).toEqual([barsik]);
		await engine.stop();
	});

	it("to a copy of a failed order, which the one who failed does not get (R-132)", async () => {
		const engine = await startTestEngine(matchingFunctions, faults);
		week += 1;
		await ctx.db.update(normalSamples).set({ active: false, version: 1000 });
		const [failed, other] = [newId<WorkerId>(), newId<WorkerId>()];
		const copy = newId<OrderId>();
		await tell(worker(failed), worker(other));
		await engine.settle();
		await tell(placed(copy, inDays(week), failed));
		await engine.settle();
		expect(await matchesOf(copy)).toEqual([other]);
		await engine.stop();
	});
});

const never = (): never => {
	throw new Error("there is none");
};
