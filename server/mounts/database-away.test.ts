import { beforeAll, describe, expect, it, vi } from "vitest";
import { rawSql } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { orderingFunctions } from "@/server/contexts/ordering/functions";
import { aPlacedOrder, aServiceTypeInput, aWait, readOrder } from "@/server/contexts/ordering/testing";
import { startTestEngine } from "@/server/engine/testing";
import { matchWaiting } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { newId } from "@/server/kernel/ids";
import { type Ctx, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { handleDownload } from "./files";
import { handleLive } from "./live";
import { overHttp, type SignedIn, someone } from "./testing";

/** The file's own database goes away in the last test, so it is not the one that the setup drops. */
let own: Awaited<ReturnType<typeof createDatabase>>;
let ctx: Ctx;
let manager: SignedIn;

beforeAll(async () => {
	own = await createDatabase();
	process.env.DATABASE_URL = own.url;
	ctx = createCtx();
	manager = await someone(ctx, "manager");
});

/** Ends the connection of whoever waits for a table in the middle of a transaction, then lets the others go on. */
async function cutWhoeverWaitsFor(table: string, work: () => Promise<unknown>): Promise<void> {
	await rawSql().begin(async (holder) => {
		await holder`lock table ${holder(table)} in access exclusive mode`;
		await work();
		await vi.waitFor(
			async () => {
				const cut = await holder`
					select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and wait_event_type = 'Lock'`;
				expect(cut.length).toBeGreaterThan(0);
			},
			{ timeout: 5000, interval: 10 },
		);
	});
}

describe("a connection that is cut in the middle of a command", () => {
	it("is told as such, changes nothing, and the same request sent again does what it asked for, once", async () => {
		const input = aServiceTypeInput();
		const ask = () => overHttp("mutation", "ordering.defineServiceType", input, manager);
		let cut: Promise<Response> | undefined;
		await cutWhoeverWaitsFor("ordering.service_types", async () => {
			cut = ask();
		});
		const refused = await cut;
		expect(refused?.status).toBe(503);
		expect(await refused?.json()).toMatchObject({
			error: { json: { data: { code: "SERVICE_UNAVAILABLE", refusal: { code: "common.unavailable" } } } },
		});
		const count = () => rawSql()`
			select (select count(*)::int from ordering.service_types where name->>'en' = ${input.name.en}) as types,
				(select count(*)::int from platform.idempotency_keys where key = ${input.idempotencyKey}) as keys`;
		expect(await count()).toEqual([{ types: 0, keys: 0 }]);
		expect((await ask()).status).toBe(200);
		expect((await ask()).status).toBe(200);
		expect(await count()).toEqual([{ types: 1, keys: 1 }]);
	});

	it("makes a background function's step run again", async () => {
		const engine = await startTestEngine(orderingFunctions);
		const { orderId } = await aPlacedOrder(ctx);
		await engine.settle();
		await cutWhoeverWaitsFor("ordering.orders", () =>
			withTransaction(ctx, (tx) => publish(tx, matchWaiting, aWait(orderId))),
		);
		await engine.settle();
		await engine.stop();
		expect(await readOrder(ctx, orderId)).toMatchObject({ waitingReason: "everybody-booked" });
	});
});

describe("without a database", () => {
	it("every door says so, and none breaks", async () => {
		await own.drop();
		const headers = { cookie: manager.cookie };
		const asked = await overHttp("query", "ordering.listServiceTypes", undefined, null);
		expect([asked.status, await asked.json()]).toMatchObject([
			503,
			{ error: { json: { data: { refusal: { code: "common.unavailable" } } } } },
		]);
		expect((await overHttp("query", "identity.me", undefined, manager)).status).toBe(503);
		expect((await handleDownload(new Request("http://localhost/", { headers }), newId())).status).toBe(503);
		expect((await handleLive(new Request("http://localhost/", { headers }))).status).toBe(503);
	});
});
