import { loadavg } from "node:os";
import type { BenchResult } from "./engine";
import { ownDatabase } from "./own-database";

const EVENTS_AT_IDLE = 200;
const BURST = 4000;
const LATENCY_BAR_MS = 60;
const THROUGHPUT_BAR = 400;

const database = await ownDatabase({ name: "engine" });
const { closeDatabase, rawSql } = await import("@/db/client");
const { inngest } = await import("@/server/inngest/client");
const { callInProcess } = await import("@/server/engine/callers");
const { startEngine } = await import("@/server/engine/engine");
const { createRegistry } = await import("@/server/engine/registry");
const { defaultSettings } = await import("@/server/engine/settings");
const { idle } = await import("@/server/engine/time-machine");

const sql = rawSql();
await sql`create table public.reactions (key text primary key)`;

const reacted = new Map<string, () => void>();
const react = inngest.createFunction({ id: "bench/react", triggers: [{ event: "bench/event" }] }, ({ step, event }) =>
	step.run("react", async () => {
		await sql`insert into public.reactions values (${event.data.key}) on conflict do nothing`;
		reacted.get(event.data.key)?.();
	}),
);

async function publish(keys: string[]): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`
			insert into events.outbox (id, name, version, data, actor, subjects, occurred_at)
			select key, 'bench/event', '1', jsonb_build_object('key', key), '{}', '{}', now() from unnest(${keys}::text[]) as key`;
		await tx`select pg_notify('outbox', '')`;
	});
}

const keys = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${prefix} ${at}`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;

async function latencyAtIdle(): Promise<BenchResult> {
	const note = load();
	const times: number[] = [];
	for (const key of keys("idle", EVENTS_AT_IDLE)) {
		await pause(20 + Math.random() * 80);
		let ended = 0;
		const done = new Promise<void>((resolve) => {
			reacted.set(key, () => {
				ended = performance.now();
				resolve();
			});
		});
		await publish([key]);
		const committed = performance.now();
		await done;
		times.push(Math.max(0, ended - committed));
	}
	times.sort((a, b) => a - b);
	const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
	return {
		name: "events-latency",
		value: at(0.95),
		unit: "ms",
		bar: `p95 from the event's commit to its reaction's, idle: at most ${LATENCY_BAR_MS} ms`,
		holds: at(0.95) <= LATENCY_BAR_MS,
		note: `p50 ${at(0.5)} ms, ${EVENTS_AT_IDLE} events, ${note}`,
	};
}

async function throughput(): Promise<BenchResult> {
	const note = load();
	const began = performance.now();
	const before = process.cpuUsage();
	await publish(keys("burst", BURST));
	await idle({ timeoutMs: 300_000 });
	const seconds = (performance.now() - began) / 1000;
	const { user, system } = process.cpuUsage(before);
	const [row] = await sql<
		{ count: number }[]
	>`select count(*)::int as count from public.reactions where key like 'burst %'`;
	if (row?.count !== BURST) throw new Error(`${row?.count} of ${BURST} events had their reaction`);
	const value = Math.round(BURST / seconds);
	return {
		name: "events-throughput",
		value,
		unit: "runs/s",
		bar: `one-step runs, sustained: at least ${THROUGHPUT_BAR} a second on 2 cores`,
		holds: value >= THROUGHPUT_BAR,
		note: `${BURST} runs, each with a durable write of its own; ${((user + system) / 1000 / BURST).toFixed(2)} ms of Node's time a run; ${note}`,
	};
}

const engine = await startEngine({
	sql,
	registry: await createRegistry(inngest, [react]),
	call: callInProcess(inngest, [react]),
	contexts: "all",
	settings: defaultSettings,
});
try {
	await publish(keys("warm", 300));
	await idle();
	const results = [await latencyAtIdle(), await throughput()];
	console.log(JSON.stringify(results));
} finally {
	await engine.stop();
	await closeDatabase();
	await database.remove();
}
