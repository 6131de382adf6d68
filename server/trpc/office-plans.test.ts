import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillOffice, OFFICE_NOW } from "@/db/testing/full-office";
import { aPerson } from "@/server/contexts/identity/testing";
import type { WorkerId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { createCaller } from "./root";

const ORDERS = 50_000;
/** What may be read from one end to the other. */
const SMALL = 2_000;

type Asked = { query: string; params: unknown[] };
type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

const asked: Asked[] = [];
const url = process.env.DATABASE_URL ?? "";
const raw = postgres(url, { max: 1, onnotice: () => {} });
const recorded = postgres(url, { max: 1, onnotice: () => {} });
const db = drizzle(recorded, { logger: { logQuery: (query, params) => asked.push({ query, params }) } });
const office = createCaller({ ...at(createCtx({ actor: aPerson("manager") }), OFFICE_NOW), db });

let big: Set<string>;
let workerId: WorkerId;
let number: number;

beforeAll(async () => {
	await fillOffice(raw, ORDERS);
	const tables = await raw<
		{ name: string }[]
	>`select relname as name from pg_class where relkind = 'r' and reltuples > ${SMALL}`;
	big = new Set(tables.map(({ name }) => name));
	const [some] = await raw<{ workerId: WorkerId; number: number }[]>`
		select worker_id as "workerId", number from ordering.orders where worker_id is not null order by number desc limit 1`;
	if (!some) throw new Error("nothing was filled");
	({ workerId, number } = some);
}, 120_000);

afterAll(() => Promise.all([raw.end(), recorded.end()]));

const scansOf = ({ Plans = [], ...node }: Plan): string[] => [
	...(node["Node Type"] === "Seq Scan" && big.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : []),
	...Plans.flatMap(scansOf),
];

/** The big tables that the queries of a procedure read from one end to the other. */
async function wholeReads(ask: () => Promise<unknown>): Promise<string[]> {
	asked.length = 0;
	await ask();
	const found: string[] = [];
	for (const { query, params } of [...asked]) {
		const rows = await raw.unsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
			`explain (format json) ${query}`,
			params as never[],
		);
		found.push(...rows.flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan }) => scansOf(Plan))));
	}
	expect(asked.length).toBeGreaterThan(0);
	return found;
}

const questions: Record<string, () => Promise<unknown>> = {
	"the orders that wait": () => office.ordering.attention(),
	"today's orders": () => office.ordering.today(),
	"the weeks' endings": () => office.ordering.weeks(),
	"late and overdue jobs": () => office.execution.attention(),
	"late kits and lost cookies": () => office.supplies.attention(),
	"mails that nobody got": () => office.notifications.attention(),
	"the engine's health": () => office.engine.health(),
	"the weeks' money": () => office.billing.weeks(),
	"a worker's results": () => office.execution.workerResults({ workerId }),
	"a worker's week": () => office.execution.workerWeek({ workerId, day: new Date(OFFICE_NOW) }),
	"a worker's ratings": () => office.ordering.workerRatings({ workerId }),
	"an order by its number": () => office.ordering.searchOrders({ search: String(number) }),
	"an order by a word": () => office.ordering.searchOrders({ search: "murka 77" }),
	"a person by a part of the name": () => office.identity.searchPeople({ search: "urka a1b" }),
};

describe(`with ${ORDERS} orders the office reads no big table from end to end for`, () => {
	it.each(Object.entries(questions))("%s", async (_name, ask) => {
		expect(await wholeReads(ask)).toEqual([]);
	});
});
