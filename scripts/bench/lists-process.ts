// A process of its own, on a PostgreSQL of its own: fills a company with a million orders and asks what the office asks.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { FILLED_UNTIL, fillOrders } from "@/db/testing/many-orders";
import { orderQuestions } from "@/db/testing/order-questions";
import { freePort } from "../lib/ports.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import type { BenchResult } from "./engine";

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const TIMES = 20;
const BAR_MS = 100;
const root = path.resolve(import.meta.dirname, "../..");

type Timed = { name: string; p95: number };

/** The first call is not counted: it plans, and brings what it needs into memory. */
async function timed(name: string, work: () => Promise<unknown>): Promise<Timed> {
	await work();
	const took: number[] = [];
	for (let time = 0; time < TIMES; time++) {
		const began = performance.now();
		await work();
		took.push(performance.now() - began);
	}
	took.sort((a, b) => a - b);
	return { name, p95: took[Math.ceil(TIMES * 0.95) - 1] ?? Number.POSITIVE_INFINITY };
}

async function ask(url: string): Promise<BenchResult> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const load = loadavg()[0]?.toFixed(1);
	const filled = await fillOrders(sql, ORDERS);
	await sql.end();

	const { createCaller } = await import("@/server/trpc/root");
	const { createCtx, at } = await import("@/server/platform/context");
	const { newId } = await import("@/server/kernel/ids");
	const { closeDatabase } = await import("@/db/client");
	const manager = {
		...{ kind: "person" as const, accountId: newId<never>(), name: "Bench", roles: ["manager" as const] },
		...{ clientId: null, workerId: null },
	};
	const { ordering } = createCaller(at(createCtx({ actor: manager }), FILLED_UNTIL));
	const results: Timed[] = [];
	for (const { name, asked } of orderQuestions(filled)) {
		const input = asked as Parameters<typeof ordering.officeOrders>[0];
		results.push(await timed(name, () => ordering.officeOrders(input)));
		const { after } = await ordering.officeOrders(input);
		if (after) results.push(await timed(`${name}, page 2`, () => ordering.officeOrders({ ...input, after })));
		if (asked.sort === "start" && asked.order === "desc") {
			const { sort: _sort, order: _order, ...filters } = asked;
			results.push(await timed(`${name}, counted`, () => ordering.officeOrdersCount(filters)));
		}
	}
	await closeDatabase();
	results.sort((a, b) => b.p95 - a.p95);
	const slowest = results
		.slice(0, Number(process.env.BENCH_SHOW ?? 3))
		.map(({ name, p95 }) => `${name}: ${p95.toFixed(1)} ms`);
	const value = Math.round((results[0]?.p95 ?? Number.POSITIVE_INFINITY) * 10) / 10;
	return {
		name: "lists",
		value,
		unit: "ms",
		bar: `p95 of the slowest page, filter, search or count of the office's orders: at most ${BAR_MS} ms`,
		holds: value <= BAR_MS,
		note: `${ORDERS} orders, ${results.length} questions × ${TIMES}, asked of the procedures in process; ${slowest.join("; ")}; load ${load} at the beginning`,
	};
}

const folder = mkdtempSync(path.join(tmpdir(), "mcf-bench-lists-"));
chmodSync(folder, 0o755);
const server = await startPostgres({ dataDir: path.join(folder, "pg"), port: await freePort(), password: "bench" });
const url = server.url("postgres");
process.env = {
	...process.env,
	DATABASE_URL: url,
	EMBEDDED_DATABASE: "on",
	APP_URL: "http://localhost:3000",
	AUTH_SECRET: "known to everybody, for nothing but a benchmark",
	FILES_DIR: path.join(folder, "files"),
};
try {
	const { migrateDatabase } = await import("@/db/migrate");
	const { seedReference } = await import("@/db/seed/reference");
	await migrateDatabase(url, root);
	await seedReference(url);
	console.log(JSON.stringify([await ask(url)]));
} finally {
	await server.stop("immediate");
	rmSync(folder, { recursive: true, force: true });
}
