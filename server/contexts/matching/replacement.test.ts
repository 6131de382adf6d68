import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demands, normalSamples, reservations } from "@/db/schema/matching";
import { auditEntries } from "@/db/schema/platform";
import { giveUpJob } from "@/server/contexts/execution/commands/give-up-job";
import { recordKit } from "@/server/contexts/execution/commands/record-kit";
import { executionFunctions } from "@/server/contexts/execution/functions";
import { aKitFact, aWorker, stateOf } from "@/server/contexts/execution/testing";
import { aPerson } from "@/server/contexts/identity/testing";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { orderingFunctions } from "@/server/contexts/ordering/functions";
import { aClient, aRequest, readOrder } from "@/server/contexts/ordering/testing";
import { startTestEngine } from "@/server/engine/testing";
import { businessDate } from "@/server/kernel/business-date";
import { instantAt } from "@/server/kernel/calendar";
import { after, days } from "@/server/kernel/clock";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { learnSample } from "./commands/learn-sample";
import { matchingFunctions } from "./functions";

const ctx = createCtx();
const manager = aPerson("manager");
const office = createCaller({ ...ctx, actor: manager }).matching;
const reason = "The client asked for this one";
let day = 2;

/** Each test has a day and a pool of its own. */
beforeEach(async () => {
	day += 1;
	await ctx.db.update(normalSamples).set({ active: false, version: sql`${normalSamples.version} + 1` });
});

async function aSample(): Promise<WorkerId> {
	const id = newId<WorkerId>();
	await learnSample(ctx, { id, version: 1, name: "Sample", levels: {}, active: true });
	return id;
}

let engine: Awaited<ReturnType<typeof startTestEngine>>;
const begin = async (faults: object = {}) => {
	engine = await startTestEngine([...matchingFunctions, ...executionFunctions, ...orderingFunctions], faults);
};
afterEach(() => engine.stop());

/** An order for noon of the test's day that the only one in the pool has. */
async function anOrderOf(only: WorkerId | null = null): Promise<{ order: OrderId; holder: WorkerId }> {
	const holder = only ?? (await aSample());
	const date = businessDate(after(ctx.clock.now(), days(day)), "Europe/Moscow");
	const startsAt = instantAt(date, "12:00", "Europe/Moscow");
	const { orderId: order } = await placeOrder(actingAs(ctx, aClient()), { ...(await aRequest(ctx)), startsAt });
	await engine.settle();
	expect((await stateOf(ctx, order)).job).toMatchObject({ state: "scheduled", workerId: holder });
	return { order, holder };
}

const pin = (orderId: OrderId, workerId: WorkerId) => office.pinWorker({ orderId, workerId, reason });
const heldFor = async (order: OrderId) => {
	const held = and(eq(reservations.order, order), eq(reservations.status, "held"));
	return (await ctx.db.select().from(reservations).where(held)).map(({ sample }) => sample);
};
const hasIt = async (order: OrderId, sample: WorkerId) => {
	expect(await heldFor(order)).toEqual([sample]);
	expect(await readOrder(ctx, order)).toMatchObject({ state: "assigned", workerId: sample });
	expect((await stateOf(ctx, order)).job).toMatchObject({ state: "scheduled", workerId: sample });
	expect(await ctx.db.select().from(demands).where(eq(demands.order, order))).toMatchObject([{ state: "matched" }]);
};

/** All of them in `npm run test:long`. */
const faultsTried = [
	["each event comes twice", { twice: true }],
	["each event comes once", {}],
	["each step is done twice", { repeated: true }],
] as const;

describe.each(faultsTried.slice(0, process.env.LONG_TESTS ? 3 : 1))(
	"a manager gives an assigned order to another worker, and %s",
	(_what, faults) => {
		it("releases the first, who is free for others, and gives it to the second, on record", async () => {
			await begin(faults);
			const { order, holder } = await anOrderOf();
			const other = await aSample();
			await pin(order, other);
			await engine.settle();
			await hasIt(order, other);
			const { price, assignment } = await readOrder(ctx, order);
			expect(assignment).toBe(2);
			expect(price).not.toBeNull();
			const audited = await ctx.db
				.select()
				.from(auditEntries)
				.where(and(eq(auditEntries.subject, `order:${order}`), eq(auditEntries.action, "matching.pin-worker")));
			expect(audited).toMatchObject([
				{ reason, before: { workerId: holder }, after: { workerId: other }, actor: { id: manager.accountId } },
			]);
			const { matches } = (await office.officeOrder({ orderId: order })) ?? { matches: [] };
			expect(matches.at(-1)).toMatchObject({ chosen: { workerId: other }, pinned: { reason } });
			// The order itself is in nobody's way.
			expect(matches.at(-1)?.candidates.find(({ workerId }) => workerId === holder)?.out).toBeNull();
			// Whoever was released was not at fault: the time, and even this order, may be theirs again.
			expect(await anOrderOf(holder)).toMatchObject({ holder });
		});

		it("is refused when the kit is handed out: the first keeps it, the second is free", async () => {
			await begin(faults);
			const { order, holder } = await anOrderOf();
			await recordKit(ctx, { ...aKitFact({ orderId: order }, holder, ctx.clock.now().toISOString()), issued: true });
			const other = await aSample();
			await pin(order, other);
			expect((await heldFor(order)).sort()).toEqual([holder, other].sort());
			await engine.settle();
			await hasIt(order, holder);
			const { matches, reservations: told } = (await office.officeOrder({ orderId: order })) ?? never();
			expect(matches.at(-1)).toMatchObject({ chosen: { workerId: holder }, pinned: null });
			expect(told.at(-1)).toMatchObject({ workerId: other, releasedBy: "refused" });
			expect(await anOrderOf(other)).toMatchObject({ holder: other });
		});

		it("goes to the second as well when the first gives it back at that moment", async () => {
			await begin(faults);
			const { order, holder } = await anOrderOf();
			const other = await aSample();
			await pin(order, other);
			const given = {
				orderId: order,
				reason: "Ill",
				consequence: "released" as const,
				idempotencyKey: newId<string>(),
			};
			// Whichever of the two comes first: the job is not the worker's any more then.
			await Promise.allSettled([giveUpJob(actingAs(ctx, { ...aWorker(), workerId: holder }), given)]);
			await engine.settle();
			await hasIt(order, other);
		});
	},
);

describe("of those who want the same at once", () => {
	it("one manager gives the order away, the other is told that it is being given away", async () => {
		await begin();
		const { order } = await anOrderOf();
		const others = [await aSample(), await aSample()];
		const tried = await Promise.allSettled(others.map((other) => pin(order, other)));
		expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const refused = tried.find((one) => one.status === "rejected");
		expect(refused?.reason).toMatchObject({ cause: { code: "matching.replacement_under_way" } });
		await engine.settle();
		const winner = others[tried.findIndex(({ status }) => status === "fulfilled")] ?? never();
		await hasIt(order, winner);
	});

	it("one of many orders at one time gets the worker; nobody ever has two", async () => {
		await begin();
		const orders = [];
		for (let count = 0; count < 5; count++) {
			orders.push(await anOrderOf());
			await ctx.db.update(normalSamples).set({ active: false, version: sql`${normalSamples.version} + 1` });
		}
		const wanted = await aSample();
		const tried = await Promise.allSettled(orders.map(({ order }) => pin(order, wanted)));
		expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const one of tried)
			if (one.status === "rejected") expect(one.reason).toMatchObject({ cause: { code: "matching.worker_taken" } });
		await engine.settle();
		for (const [index, { order, holder }] of orders.entries())
			await hasIt(order, tried[index]?.status === "fulfilled" ? wanted : holder);
	});
});

it("is refused for who has the order, for who is not in the pool, and to whoever is no manager", async () => {
	await begin();
	const { order, holder } = await anOrderOf();
	await expect(pin(order, holder)).rejects.toMatchObject({ cause: { code: "matching.has_it_already" } });
	await expect(pin(order, newId())).rejects.toMatchObject({ cause: { code: "matching.not_in_pool" } });
	const other = await aSample();
	for (const role of ["worker", "client", "warehouse"] as const) {
		const stranger = createCaller({ ...ctx, actor: aPerson(role) }).matching;
		await expect(stranger.pinWorker({ orderId: order, workerId: other, reason })).rejects.toThrow();
	}
	await hasIt(order, holder);
});

const never = (): never => {
	throw new Error("there is none");
};
