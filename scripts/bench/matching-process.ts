// A process of its own, on a PostgreSQL of its own: matches orders one by one among so many workers, and the same by bare SQL.
import { loadavg } from "node:os";
import postgres from "postgres";
import { newId, type OrderId, type ServiceTypeId } from "@/server/kernel/ids";
import type { Measured } from "./matching";
import { ownDatabase } from "./own-database";
import { fillWorkers, matchByBareSql, SIX_STEPS } from "./reference/matching";
import { median } from "./report";

const WORKERS = Number(process.argv[2] ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);
const BUSY = { workers: 10_000, orders: 600, together: 8 };
const WARM_UP = 5;
const types = [newId<ServiceTypeId>(), newId<ServiceTypeId>(), newId<ServiceTypeId>()];
const [type = newId<ServiceTypeId>()] = types;

const heap = () => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 2 ** 20;
};

async function milliseconds<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
	const began = performance.now();
	const result = await work();
	return { took: performance.now() - began, result };
}

async function measure(sql: postgres.Sql): Promise<Measured> {
	const { createCtx } = await import("@/server/platform/context");
	const { noteDemand } = await import("@/server/contexts/matching/commands/note-demand");
	const { matchOrder } = await import("@/server/contexts/matching/commands/match-order");
	const { getPool } = await import("@/server/contexts/matching/queries/get-pool");
	const ctx = createCtx();
	const note = async (hour: number) => {
		const startsAt = new Date(ctx.clock.now().getTime() + 86_400_000 + hour * 3_600_000);
		const order = newId<OrderId>();
		await noteDemand(ctx, {
			...{ order, number: hour, reference: newId(), type, zone: null, startsAt, durationMinutes: 90, excluded: [] },
		});
		return { order, type, startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) };
	};
	const before = heap();
	await getPool();
	const megabytes = Math.round(10 * (heap() - before)) / 10;

	const rounds: { ours: number; bare: number }[] = [];
	for (let round = 0; round < ROUNDS + WARM_UP; round++) {
		const order = await note(round);
		const bare = await milliseconds(() => matchByBareSql(sql, order));
		const ours = await milliseconds(() => matchOrder(ctx, order));
		const { result } = ours;
		if (result.outcome !== "matched" || result.score !== bare.result.total || !bare.result.ids.includes(result.chosen))
			throw new Error(`bare SQL says ${JSON.stringify(bare.result)}, the chain ${JSON.stringify(result)}`);
		if (round >= WARM_UP) rounds.push({ ours: ours.took, bare: bare.took });
	}
	const sorted = rounds.map(({ ours }) => ours).sort((a, b) => a - b);
	const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
	return {
		workers: WORKERS,
		p95: rounded(sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0),
		middle: rounded(median(sorted)),
		bare: rounded(median(rounds.map(({ bare }) => bare))),
		ratio: rounded(median(rounds.map(({ ours, bare }) => ours / bare)), 2),
		rounds: ROUNDS,
		megabytes,
		throughput: WORKERS === BUSY.workers ? await sustain(sql, note, (order) => matchOrder(ctx, { order })) : null,
		load: loadavg()[0]?.toFixed(1) ?? "",
	};
}

type Note = (hour: number) => Promise<{ order: OrderId }>;

/** Orders over a week, several at a time, from being heard of to being matched. */
async function sustain(
	sql: postgres.Sql,
	note: Note,
	match: (order: OrderId) => Promise<unknown>,
): Promise<Measured["throughput"]> {
	let next = 0;
	const { took } = await milliseconds(() =>
		Promise.all(
			Array.from({ length: BUSY.together }, async () => {
				while (next < BUSY.orders) {
					const { order } = await note(next++ % 168);
					await match(order);
				}
			}),
		),
	);
	const [row] = await sql<{ overlaps: number }[]>`select count(*)::int as overlaps from matching.reservations a
		join matching.reservations b on a.sample = b.sample and a.order_id < b.order_id and a.during && b.during
		where a.status = 'held' and b.status = 'held'`;
	return { perSecond: Math.round((1000 * BUSY.orders) / took), orders: BUSY.orders, overlaps: row?.overlaps ?? -1 };
}

const database = await ownDatabase({ name: "matching" });
try {
	const sql = postgres(database.url, { max: 1, onnotice: () => {} });
	await fillWorkers(sql, WORKERS, types);
	const wanted = [
		{ trait: "speed", weight: 3 },
		{ trait: "jar-tossing", weight: 5 },
	];
	await sql`insert into matching.requirements (type, version, wanted) values (${type}, 1, ${JSON.stringify(wanted)}::text::jsonb)`;
	await sql`update matching.pipelines set steps = ${JSON.stringify(SIX_STEPS)}::text::jsonb where status = 'active'`;
	console.log(JSON.stringify(await measure(sql)));
	await sql.end();
} finally {
	await database.remove();
}
