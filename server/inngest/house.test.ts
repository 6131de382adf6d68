import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { addWorker } from "@/server/contexts/hiring";
import { aPerson } from "@/server/contexts/identity/testing";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { aRegisteredClient, aServiceType, aZone, MONDAY } from "@/server/contexts/ordering/testing";
import { startTestEngine } from "@/server/engine/testing";
import { newId } from "@/server/kernel/ids";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, createCtx } from "@/server/platform/context";
import { functions } from "./functions";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

const ORDERS = 200;
const WORKERS = 20;
const HALF_HOUR = 30 * 60_000;

const ctx = createCtx();
const office = actingAs(ctx, aPerson("manager"));
let engine: Awaited<ReturnType<typeof startTestEngine>>;

const worker = (index: number) => ({
	idempotencyKey: newId<string>(),
	name: `Cat ${index}`,
	email: `cat-${index}@cats.example`,
	phone: "+79990001122",
	locale: "en" as const,
	age: 3,
	breed: "mixed" as const,
	coat: "grey" as const,
	photoId: null,
	strengths: [],
	weaknesses: [],
});

const rows = async (query: string): Promise<string[]> =>
	(await database().execute<{ found: string }>(sql.raw(query))).map(({ found }) => found);

beforeAll(async () => {
	await moveBusinessTimeTo(new Date(MONDAY));
	engine = await startTestEngine(functions);
	for (let index = 0; index < WORKERS; index++) await addWorker(office, worker(index));
	await engine.settle(60_000);
}, 120_000);
afterAll(() => engine.stop());

it(`${ORDERS} orders placed at once for ${WORKERS} workers: none is lost, nobody has two at a time, who waits has a reason`, async () => {
	const { serviceTypeId } = await aServiceType(office);
	const { zoneId } = await aZone(office);
	const clients = await Promise.all(Array.from({ length: 10 }, () => aRegisteredClient(ctx)));
	const first = new Date("2026-11-24T07:00:00Z").getTime();
	const request = (index: number) => ({
		idempotencyKey: newId<string>(),
		serviceTypeId,
		description: `Chore ${index}`,
		place: { zoneId, address: "Cat street 9", note: "" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: new Date(first + (index % 12) * HALF_HOUR),
	});
	await Promise.all(
		Array.from({ length: ORDERS }, (_, index) => {
			const client = clients[index % clients.length];
			if (!client) throw new Error("no client");
			return placeOrder(actingAs(ctx, client), request(index));
		}),
	);
	await engine.settle(120_000);

	const states = await rows(`select count(*)::text as found from ordering.orders
		where state = 'assigned' or (state = 'placed' and waiting_reason = 'everybody-booked')`);
	expect(states).toEqual([String(ORDERS)]);
	expect(
		await rows(`select o.number::text as found from ordering.orders o join execution.jobs j on j.order_id = o.id
			where o.worker_id is distinct from j.worker_id`),
	).toEqual([]);
	const held = `select order_id, sample, during from matching.reservations where status = 'held'`;
	expect(
		await rows(`with held as (${held}) select a.order_id::text as found from held a join held b
			on a.sample = b.sample and a.during && b.during and a.order_id < b.order_id`),
	).toEqual([]);
	// Brute force: for each who waits, every worker has something at that time.
	expect(
		await rows(`with held as (${held}) select d.order_id::text as found from matching.demands d
			cross join matching.normal_samples s
			where d.state = 'waiting' and s.active and not exists
				(select from held where held.sample = s.id and held.during && d.during)`),
	).toEqual([]);
}, 180_000);
