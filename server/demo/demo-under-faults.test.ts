import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { listLedgerFindings } from "@/server/contexts/billing/queries/list-ledger-findings";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { createCtx } from "@/server/platform/context";
import { seedStillDemo } from "./seed";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

/** Every event starts every function twice, at different moments and in any order, and all must end as if once. */
let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(functions, { twice: true });
	await seedStillDemo();
}, 180_000);
afterAll(() => engine.stop());

const rows = async (query: string): Promise<string[]> =>
	(await database().execute<{ found: string }>(sql.raw(query))).map(({ found }) => found);

describe("two days of the company, with every event delivered twice and shuffled", () => {
	it("end as they end when each comes once", async () => {
		expect(
			await rows("select count(*) || ' ' || state as found from ordering.orders group by state order by state"),
		).toEqual(["3 assigned", "1 cancelled", "4 completed", "1 failed"]);
	});

	it("end every order once, by one ending, with one charge and one entry of the worker's", async () => {
		expect(
			await rows(`select o.number || ': ' || count(distinct e.number) || '/' || count(distinct c.ending) || '/'
				|| count(distinct w.ending) as found
				from ordering.orders o
				left join execution.endings e on e.order_id = o.id
				left join billing.charges c on c.order_id = o.id
				left join billing.worker_entries w on w.order_id = o.id
				where o.state = 'completed' group by o.number having count(distinct e.number) <> 1
					or count(distinct c.ending) <> 1 or count(distinct w.ending) <> 1`),
		).toEqual([]);
	});

	it("make one kit for each assignment, and hold no worker's time twice", async () => {
		expect(
			await rows(`select order_id || ' ' || assignment as found from supplies.kits
				group by order_id, assignment having count(*) > 1`),
		).toEqual([]);
		expect(
			await rows(`select a.order_id || ' and ' || b.order_id as found from matching.reservations a
				join matching.reservations b on a.sample = b.sample and a.during && b.during and a.order_id < b.order_id
				where a.status = 'held' and b.status = 'held'`),
		).toEqual([]);
	});

	it("write to nobody twice about one fact", async () => {
		expect(
			await rows(`select template || ' to ' || email || ' about ' || coalesce(order_id::text, '') as found
				from notifications.messages where order_id is not null
				group by template, email, order_id having count(*) > 1`),
		).toEqual([]);
	});

	it("leave the books whole", async () => {
		expect((await listLedgerFindings(createCtx())).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});
});
