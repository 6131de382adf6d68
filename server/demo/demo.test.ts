import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { createCtx } from "@/server/platform/context";
import { stillCast } from "./cast";
import { listPersonas, signInAs } from "./personas";
import { seedStillDemo } from "./seed";
import { travel } from "./travel";

/** No contractor bakes for this company: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(functions);
	await seedStillDemo();
}, 120_000);
afterAll(() => engine.stop());

const ctx = createCtx();
const states = async () =>
	(
		await database().execute<{ state: string; count: number }>(
			sql`select state, count(*)::int from ordering.orders group by state order by state`,
		)
	).map(({ state, count }) => `${count} ${state}`);

describe("the still demo", () => {
	it("has orders in every state that needs no visitor", async () => {
		expect(await states()).toEqual(["3 assigned", "1 cancelled", "4 completed", "1 failed"]);
	});

	it("offers every persona, each to be signed in as", async () => {
		const { clients, workers, staff } = stillCast;
		const keys = [...clients, ...workers, ...staff].flatMap(({ persona }) => persona ?? []);
		expect((await listPersonas(ctx)).map(({ key }) => key).sort()).toEqual([...keys].sort());
		for (const key of keys) expect((await signInAs(ctx, key)).token).toHaveLength(43);
	});

	it("is filled once, however often it is filled", async () => {
		await seedStillDemo();
		expect(await states()).toEqual(["3 assigned", "1 cancelled", "4 completed", "1 failed"]);
	});

	it("stands at the present, and lives on when time is moved", async () => {
		expect(Math.abs(ctx.clock.now().getTime() - ctx.clock.systemNow().getTime())).toBeLessThan(60_000);
		const before = ctx.clock.now();
		const { now } = await travel(ctx, "day");
		expect(now.getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000);
		expect((await states()).join()).toContain("failed");
	});
});
