// A process of its own, on a PostgreSQL of its own: closes the week of a large company, and the same week by bare SQL.
import { loadavg } from "node:os";
import postgres from "postgres";
import { FILLED_CUTOFF, fillCharges } from "@/db/testing/many-charges";
import type { BenchResult } from "./engine";
import { type OwnDatabase, ownDatabase } from "./own-database";
import { issueByBareSql } from "./reference/weekly-run";
import { median } from "./report";

const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 100_000);
const CHARGES = Number(process.env.BENCH_CHARGES ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const LEAST_PERCENT = 30;
const MOST_MB = 300;
const SAMPLE_MS = 50;

const megabytes = () => process.memoryUsage().rss / 2 ** 20;

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / 1000;
}

/** Copies the filled database, so that each measurement begins with the same files. */
async function copy(database: OwnDatabase, name: string): Promise<string> {
	const admin = postgres(database.urlOf("postgres"), { max: 1, onnotice: () => {} });
	await admin.unsafe(`drop database if exists ${name} with (force)`);
	await admin.unsafe(`create database ${name} template filled strategy file_copy`);
	await admin`checkpoint`;
	await admin.end();
	return database.urlOf(name);
}

/** What was written, so that both are held to the same rows. */
async function written(url: string): Promise<string> {
	const sql = postgres(url, { max: 1 });
	const [row] = await sql`select
		(select md5(string_agg(concat_ws(' ', client_id, sequence, total, line_count, paid_total, discount_percent), ',' order by sequence))
			from billing.invoices) as invoices,
		(select md5(string_agg(concat_ws(' ', i.sequence, l.position, l.order_id, l.kind, l.amount), ',' order by i.sequence, l.position))
			from billing.invoice_lines l join billing.invoices i on i.id = l.invoice_id) as lines,
		(select md5(string_agg((data - 'invoiceId')::text, ',' order by data ->> 'number')) from events.outbox
			where name = 'billing/invoice.issued') as events,
		(select count(*)::int from billing.unbilled_items) as "left"`;
	await sql.end();
	return JSON.stringify(row);
}

/** Closes the week as the cycle does, and tells how far memory rose above what it was before. */
async function closeWeek(): Promise<{ took: number; rose: number }> {
	const { createCtx, at } = await import("@/server/platform/context");
	const { openWeek } = await import("@/server/contexts/billing/commands/open-week");
	const { issueInvoices } = await import("@/server/contexts/billing/commands/issue-invoices");
	const ctx = at(createCtx(), FILLED_CUTOFF);
	await ctx.db.execute("select 1");
	globalThis.gc?.();
	const idle = megabytes();
	let most = idle;
	const sampling = setInterval(() => {
		most = Math.max(most, megabytes());
	}, SAMPLE_MS);
	const took = await seconds(async () => {
		for (let week = await openWeek(ctx); week; week = await openWeek(ctx)) {
			while (!(await issueInvoices(ctx, week)).isClosed);
		}
	});
	clearInterval(sampling);
	return { took, rose: most - idle };
}

async function measure(database: OwnDatabase): Promise<BenchResult[]> {
	const load = loadavg()[0]?.toFixed(1);
	const { closeDatabase } = await import("@/db/client");
	const rounds: { ours: number; bare: number; rose: number }[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await copy(database, "bench");
		const { took: ours, rose } = await closeWeek();
		await closeDatabase();
		const kept = await written(database.url);
		const url = await copy(database, "bare");
		const sql = postgres(url, { max: 1, onnotice: () => {} });
		const bare = await seconds(() => issueByBareSql(sql, FILLED_CUTOFF));
		await sql.end();
		if (kept !== (await written(url))) throw new Error("the run and the bare SQL did not write the same rows");
		rounds.push({ ours, bare, rose });
	}
	const share = Math.round(100 * median(rounds.map(({ ours, bare }) => bare / ours)));
	const rose = Math.round(Math.max(...rounds.map((round) => round.rose)));
	const of = (what: "ours" | "bare") => median(rounds.map((round) => round[what])).toFixed(1);
	const size = `${CLIENTS} clients, ${CHARGES} charges`;
	return [
		{
			...{ name: "weekly-run", value: share, unit: "%", holds: share >= LEAST_PERCENT },
			bar: `speed of the weekly run: at least ${LEAST_PERCENT} % of bare set-based SQL that writes the same rows`,
			note: `${size}: ${of("ours")} s against ${of("bare")} s, medians of ${ROUNDS} alternating rounds on copies of one database, the same rows in both; load ${load} at the beginning`,
		},
		{
			...{ name: "weekly-run-memory", value: rose, unit: "MB", holds: rose <= MOST_MB },
			bar: `memory of the process during the weekly run: at most ${MOST_MB} MB above idle`,
			note: `${size}: the most of ${ROUNDS} runs, looked at every ${SAMPLE_MS} ms`,
		},
	];
}

const database = await ownDatabase({ name: "week", template: "filled" });
try {
	const sql = postgres(database.urlOf("filled"), { max: 1, onnotice: () => {} });
	await fillCharges(sql, CLIENTS, CHARGES);
	await sql.end();
	console.log(JSON.stringify(await measure(database)));
} finally {
	await database.remove();
}
