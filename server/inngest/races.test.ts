import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listLedgerFindings } from "@/server/contexts/billing";
import { giveUpJob } from "@/server/contexts/execution/commands/give-up-job";
import { startJob } from "@/server/contexts/execution/commands/start-job";
import { aPhoto } from "@/server/contexts/execution/testing";
import { addWorker } from "@/server/contexts/hiring";
import { aPerson } from "@/server/contexts/identity/testing";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { requestCancellation } from "@/server/contexts/ordering/commands/request-cancellation";
import {
	aRegisteredClient,
	aServiceType,
	aZone,
	type Client,
	MONDAY,
	readOrder,
} from "@/server/contexts/ordering/testing";
import { issueKit } from "@/server/contexts/supplies/commands/issue-kit";
import { startTestEngine } from "@/server/engine/testing";
import type { Person } from "@/server/kernel/actor";
import { type KitId, newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, createCtx } from "@/server/platform/context";
import { functions } from "./functions";

/**
 * The races that the contexts' specification lists, through the whole house: each context decides under its own lock and hears of the
 * others by events alone, which come twice and in any order here. What each context decides by itself is shown beside it.
 */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

const ctx = createCtx();
const office = actingAs(ctx, aPerson("manager"));
const staff = actingAs(ctx, aPerson("warehouse"));
const keyed = <Input extends object>(input: Input) => ({ ...input, idempotencyKey: newId<string>() });
const on = (time: string) => new Date(`2026-11-24T${time}Z`);

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let client: Client;
let request: (startsAt: Date) => Parameters<typeof placeOrder>[1];

beforeAll(async () => {
	await moveBusinessTimeTo(new Date(MONDAY));
	engine = await startTestEngine(functions, { twice: true });
	const { serviceTypeId } = await aServiceType(office);
	const { zoneId } = await aZone(office);
	client = await aRegisteredClient(ctx);
	const place = { zoneId, address: "Cat street 9", note: "" };
	const contact = { name: "Murka", phone: "+79990001122" };
	request = (startsAt) => keyed({ serviceTypeId, description: "A chore", place, contact, startsAt });
	const cat = { phone: "+79990001122", locale: "en" as const, age: 3, breed: "mixed" as const, coat: "grey" as const };
	const traits = { photoId: null, strengths: [], weaknesses: [] };
	for (const name of ["Barsik", "Tisha", "Rysya", "Bogatyr", "Siama", "Sizy"]) {
		await addWorker(office, keyed({ ...cat, ...traits, name, email: `${newId()}@cats.example` }));
	}
	await engine.settle(60_000);
}, 120_000);
afterAll(() => engine.stop());

const placeAt = async (startsAt: Date): Promise<OrderId> =>
	(await placeOrder(actingAs(ctx, client), request(startsAt))).orderId;

async function workerOf(orderId: OrderId): Promise<Person & { workerId: WorkerId }> {
	const { workerId } = await readOrder(ctx, orderId);
	if (!workerId) throw new Error("nobody has the order");
	return { ...aPerson("worker"), workerId };
}

async function handOut(orderId: OrderId): Promise<void> {
	const [kit] = await ctx.db.execute<{ id: KitId }>(sql`select id from supplies.kits where order_id = ${orderId}`);
	await issueKit(staff, { kitId: kit?.id ?? newId() });
}

async function starting(orderId: OrderId): Promise<() => Promise<unknown>> {
	const worker = await workerOf(orderId);
	const input = keyed({ orderId, photoId: await aPhoto(ctx, worker) });
	return () => startJob(actingAs(ctx, worker), input);
}

const cancelling = (orderId: OrderId, amount: bigint) => () =>
	requestCancellation(actingAs(ctx, client), { orderId, amount: money(amount) });

/** Begins both in one moment, the one or the other first by turns; tells of each whether it was done or why not. */
async function together(round: number, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<string[]> {
	const outcome = (work: () => Promise<unknown>) =>
		work().then(
			() => "done",
			(error: { code?: string }) => error.code ?? String(error),
		);
	if (round % 2 === 0) return Promise.all([outcome(one), outcome(other)]);
	return (await Promise.all([outcome(other), outcome(one)])).reverse();
}

/** What every context holds of an order, once all has been heard. */
async function storyOf(orderId: OrderId) {
	await engine.settle(60_000);
	const [story] = await ctx.db.execute<Record<string, unknown>>(sql`
		select o.state as ordering, j.state as execution, j.ending as endings, o.worker_id is not distinct from j.worker_id as "sameWorker",
			(select count(*)::int from billing.charges where order_id = o.id) as charges,
			(select string_agg(kind, '+') from billing.worker_entries where order_id = o.id) as worker,
			(select count(*)::int from matching.reservations where order_id = o.id and status = 'held') as held,
			(select string_agg(state, '+' order by assignment) from supplies.kits where order_id = o.id) as kits
		from ordering.orders o join execution.jobs j on j.order_id = o.id where o.id = ${orderId}`);
	return story;
}
const underWay = {
	ordering: "under_way",
	execution: "started",
	endings: 0,
	charges: 0,
	worker: null,
	held: 1,
	kits: "issued",
};
const ended = { endings: 1, held: 0 };

describe("races through the whole house", () => {
	it("cancel against assignment: it costs nothing and nobody comes, or the client is told the new amount", async () => {
		for (let round = 0; round < 8; round++) {
			const orderId = await placeAt(on("16:00:00"));
			const [cancelled] = await together(round, cancelling(orderId, 0n), async () => {
				// Matching is at work meanwhile, some milliseconds more or less.
				await new Promise((resolve) => setTimeout(resolve, round * 8));
			});
			const story = await storyOf(orderId);
			if (cancelled === "done") {
				expect(story).toMatchObject({
					ordering: "cancelled",
					execution: "cancelled",
					...ended,
					charges: 0,
					worker: null,
				});
			} else {
				expect(cancelled).toBe("ordering.amount_changed");
				expect(story).toMatchObject({ ordering: "assigned", execution: "scheduled", held: 1, sameWorker: true });
				await cancelling(orderId, 10_000n)();
				expect(await storyOf(orderId)).toMatchObject({ ordering: "cancelled", ...ended, charges: 1, worker: null });
			}
		}
	}, 120_000);

	it("an event of an earlier assignment coming late: it stays with the next worker", async () => {
		const orderId = await placeAt(on("13:00:00"));
		await engine.settle(60_000);
		const first = await workerOf(orderId);
		await giveUpJob(actingAs(ctx, first), keyed({ orderId, reason: "Ill", consequence: "released" as const }));
		await engine.settle(60_000);
		const before = { ...(await readOrder(ctx, orderId)), story: await storyOf(orderId) };
		expect(before).toMatchObject({ assignment: 2, story: { held: 1, kits: "returned+requested" } });
		expect(before.workerId).not.toBe(first.workerId);
		await ctx.db.execute(sql`
			insert into events.outbox (id, name, version, data, actor, subjects, cause, occurred_at)
			select id || '-late', name, version, data, actor, subjects, cause, occurred_at from events.outbox
			where subjects @> array[${`order:${orderId}`}] and (data->>'assignment' = '1' or data->>'match' = '1')
			order by sequence desc`);
		await engine.settle(60_000);
		expect({ ...(await readOrder(ctx, orderId)), story: await storyOf(orderId) }).toEqual(before);
	}, 120_000);

	it("at the start: cancel against start, two starts, and give-up against no-show", async () => {
		const orders = await Promise.all(Array.from({ length: 6 }, () => placeAt(on("08:00:00"))));
		await engine.travelTo(on("07:40:00"), 60_000);
		for (const orderId of orders.slice(0, 4)) await handOut(orderId);
		await engine.settle(60_000);

		for (const [round, orderId] of orders.slice(0, 2).entries()) {
			const [asked, started] = await together(round, cancelling(orderId, 10_000n), await starting(orderId));
			const story = await storyOf(orderId);
			if (started === "done") expect(story).toMatchObject(underWay);
			else
				expect(story).toMatchObject({
					ordering: "cancelled",
					execution: "cancelled",
					...ended,
					charges: 1,
					worker: null,
				});
			expect(["done", "ordering.already_started"]).toContain(asked);
			expect(["done", "execution.already_ended"]).toContain(started);
		}
		for (const [round, orderId] of orders.slice(2, 4).entries()) {
			const outcomes = await together(round, await starting(orderId), await starting(orderId));
			expect(outcomes.toSorted()).toEqual(["done", "execution.already_started"]);
			expect(await storyOf(orderId)).toMatchObject(underWay);
		}

		await engine.travelTo(on("08:14:59"), 60_000);
		const givingUp = await Promise.all(
			orders.slice(4).map(async (orderId) => {
				const worker = await workerOf(orderId);
				const input = keyed({ orderId, reason: "Lost", consequence: "failed" as const });
				return () => giveUpJob(actingAs(ctx, worker), input);
			}),
		);
		await Promise.all([
			engine.travelTo(on("08:15:00"), 60_000),
			...givingUp.map((giveUp) => giveUp().catch(() => "too late")),
		]);
		for (const orderId of orders.slice(4)) {
			const failed = { ordering: "failed", execution: "failed", ...ended, charges: 1, worker: "penalty" };
			expect(await storyOf(orderId)).toMatchObject(failed);
		}
	}, 120_000);

	it("leave the books whole", async () => {
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});
});
