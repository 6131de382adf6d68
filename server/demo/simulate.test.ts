import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { orders } from "@/db/schema/ordering";
import { createDatabase } from "@/db/testing/database";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { type Simulated, simulate } from "./simulate";

/** No contractor bakes for these companies: what cookies do is shown where supplies are. */
vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

/** What a new process would not know: its pools, its clock, its engine. */
function forgetProcess(): void {
	for (const key of Object.getOwnPropertySymbols(globalThis)) {
		if (key.description?.startsWith("make-cats-free/")) Reflect.deleteProperty(globalThis, key);
	}
}

/** Lets a company live in a database of its own. */
async function livesThrough(size: Parameters<typeof simulate>[0]): Promise<Simulated> {
	const { url, drop } = await createDatabase();
	const before = process.env.DATABASE_URL;
	process.env.DATABASE_URL = url;
	vi.resetModules();
	forgetProcess();
	const [{ simulate: again }, { startTestEngine: start }, { functions: all }, client] = await Promise.all([
		import("./simulate"),
		import("@/server/engine/testing"),
		import("@/server/inngest/functions"),
		import("@/db/client"),
	]);
	const engine = await start(all);
	expect((await client.database().select().from(orders)).length).toBe(0);
	const company = await again(size);
	await engine.stop();
	await client.closeDatabase();
	await drop();
	process.env.DATABASE_URL = before;
	return company;
}

const size = { clients: 6, workers: 4, days: 2, seed: "7" };
let first: Simulated;
beforeAll(async () => {
	const engine = await startTestEngine(functions);
	first = await simulate(size);
	await engine.stop();
}, 240_000);
afterAll(closeDatabase);

describe("a simulated company", () => {
	it("lives: orders are placed, matched, done and paid for", () => {
		expect(first.orders.completed).toBeGreaterThan(0);
		expect(Number(first.money.charged)).toBeGreaterThan(0);
		expect(Number(first.money.earned)).toBeGreaterThan(0);
	});

	it("breaks nothing that must hold", () => {
		expect(first.findings.length).toBeGreaterThan(10);
		expect(first.findings.filter(({ breaches }) => breaches > 0)).toEqual([]);
	});

	it("is the same company again from the same seed, and another from another", { timeout: 300_000 }, async () => {
		const again = await livesThrough(size);
		expect(again.fingerprint).toEqual(first.fingerprint);
		expect(again.orders).toEqual(first.orders);
		const other = await livesThrough({ ...size, days: 1, seed: "8" });
		expect(other.fingerprint[0]).toMatch(/^1001 /);
		expect(other.fingerprint).not.toEqual(first.fingerprint);
	});
});
