// A process of its own, on a PostgreSQL of its own: fills a company with a million orders and asks what the office asks,
// all contexts filled.
import { loadavg } from "node:os";
import postgres from "postgres";
import { fillOffice } from "@/db/testing/full-office";
import { listQuestions, type Question } from "@/db/testing/office/list-questions";
import { orderPage, otherPages, overview } from "@/db/testing/office/page-questions";
import { orderQuestions } from "@/db/testing/order-questions";
import type { BenchResult } from "./engine";
import { FORGETFUL, ownDatabase } from "./own-database";

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000);
const TIMES = 10;
const BAR_MS = 100;
const ORDER_PAGE_MS = 150;
const OVERVIEW_MS = 300;

const SHOWN = Number(process.env.BENCH_SHOW ?? 3);

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

/** A list's question, and then its next page. */
async function timedPages({ name, ask }: Question): Promise<Timed[]> {
	const first = await timed(name, () => ask());
	const answer = (await ask()) as { after?: string | null } | undefined;
	const { after } = answer ?? {};
	return after ? [first, await timed(`${name}, page 2`, () => ask(after))] : [first];
}

async function ask(url: string): Promise<BenchResult[]> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const load = loadavg()[0]?.toFixed(1);
	const filled = await fillOffice(sql, ORDERS);
	await sql.end();

	const { createCaller } = await import("@/server/trpc/root");
	const { createCtx, at } = await import("@/server/platform/context");
	const { newId } = await import("@/server/kernel/ids");
	const { closeDatabase } = await import("@/db/client");
	const manager = {
		...{ kind: "person" as const, accountId: newId<never>(), name: "Bench", roles: ["manager" as const] },
		...{ clientId: null, workerId: null },
	};
	const office = createCaller(at(createCtx({ actor: manager }), filled.now));
	const orders = orderQuestions(filled).flatMap(({ name, asked: { sort, order, ...filters } }): Question[] => {
		type Asked = Parameters<typeof office.ordering.officeOrders>[0];
		return [
			{ name, ask: (after) => office.ordering.officeOrders({ ...filters, sort, order, after } as Asked) },
			...(sort === "start" && order === "desc"
				? [{ name: `${name}, counted`, ask: () => office.ordering.officeOrdersCount(filters) }]
				: []),
		];
	});
	const measure = async (name: string, what: string, bar: number, questions: Question[]): Promise<BenchResult> => {
		const results: Timed[] = [];
		for (const question of questions) results.push(...(await timedPages(question)));
		results.sort((a, b) => b.p95 - a.p95);
		const slowest = results.slice(0, SHOWN).map((result) => `${result.name}: ${result.p95.toFixed(1)} ms`);
		const value = Math.round((results[0]?.p95 ?? Number.POSITIVE_INFINITY) * 10) / 10;
		return {
			...{ name, value, unit: "ms", bar: `p95 of ${what}: at most ${bar} ms`, holds: value <= bar },
			note: `${ORDERS} orders, ${results.length} questions × ${TIMES}, asked of the procedures in process; ${slowest.join("; ")}; load ${load} at the beginning`,
		};
	};
	const results = [
		await measure("lists", "the slowest page, filter, search or count of the office's orders", BAR_MS, orders),
		await measure("other-lists", "the same of all other lists", BAR_MS, [
			...listQuestions(office, filled),
			...otherPages(office, filled),
		]),
		await measure("order-page", "all that the order page asks", ORDER_PAGE_MS, [orderPage(office, filled)]),
		await measure("overview", "all that the overview asks", OVERVIEW_MS, [overview(office)]),
	];
	await closeDatabase();
	return results;
}

const database = await ownDatabase({ name: "lists", settings: FORGETFUL });
try {
	console.log(JSON.stringify(await ask(database.url)));
} finally {
	await database.remove();
}
