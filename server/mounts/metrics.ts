import { createHash, timingSafeEqual } from "node:crypto";
import { Gauge, Registry } from "prom-client";
import { poolName, rawSql } from "@/db/client";
import { getOrderCounts } from "@/server/contexts/ordering";
import { readEngineFacts } from "@/server/engine/facts";
import { createCtx } from "@/server/platform/context";
import { env } from "@/server/platform/env";
import { instruments } from "@/server/platform/metrics";

/**
 * `GET /api/metrics` in Prometheus' format, for whoever knows the token. Without one in the environment, or with another than
 * that, it is not there.
 */
export async function handleMetrics(request: Request): Promise<Response> {
	const { METRICS_TOKEN: token } = env();
	if (token === undefined || !isBearer(request.headers.get("authorization"), token)) {
		return new Response("not found", { status: 404 });
	}
	const { registry } = instruments();
	const parts = await Promise.all([registry.metrics(), (await facts()).metrics()]);
	return new Response(parts.join("\n"), {
		headers: { "content-type": registry.contentType, "cache-control": "no-store" },
	});
}

function isBearer(given: string | null, token: string): boolean {
	const digest = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(digest(given ?? ""), digest(`Bearer ${token}`));
}

/** What the database knows: the same on every instance, but for its own connections. */
async function facts(): Promise<Registry> {
	const ctx = createCtx();
	const [{ outbox, calls, runs }, orders, connections] = await Promise.all([
		readEngineFacts(ctx),
		getOrderCounts(ctx),
		connectionsOfThisInstance(),
	]);
	const registry = new Registry();
	const gauge = (name: string, help: string, rows: [labels: Record<string, string>, value: number][]): void => {
		const [first] = rows;
		const made = new Gauge({ name, help, labelNames: Object.keys(first?.[0] ?? {}), registers: [registry] });
		if (rows.length === 0) made.remove();
		for (const [labels, value] of rows) made.set(labels, value);
	};
	gauge("mcf_outbox_waiting", "Events that are not delivered yet", [[{}, outbox.waiting]]);
	gauge("mcf_outbox_oldest_seconds", "Age of the oldest event that is not delivered", [[{}, outbox.oldestSeconds]]);
	gauge("mcf_engine_calls", "Calls of background functions by what they wait for", [
		[{ state: "due" }, calls.due],
		[{ state: "under way" }, calls.underWay],
		[{ state: "later" }, calls.later],
	]);
	gauge(
		"mcf_engine_runs",
		"Runs of background functions by state, as long as they are kept",
		runs.map(({ status, runs: count }) => [{ state: status }, count]),
	);
	gauge(
		"mcf_orders",
		"Orders by state",
		orders.map(({ state, orders: count }) => [{ state }, count]),
	);
	gauge(
		"mcf_database_connections",
		"Connections of this instance by pool and by what they do",
		connections.map(({ pool, state, count }) => [{ pool, state }, count]),
	);
	gauge("mcf_database_pool_size", "How many connections a pool of this instance may have", [[{}, env().PG_POOL]]);
	return registry;
}

async function connectionsOfThisInstance(): Promise<{ pool: string; state: string; count: number }[]> {
	const mine = poolName("");
	return rawSql()`
		select substr(application_name, ${mine.length + 1}::int) as pool, coalesce(state, 'unknown') as state, count(*)::int
		from pg_stat_activity
		where datname = current_database() and starts_with(application_name, ${mine}) group by 1, 2 order by 1, 2`;
}
