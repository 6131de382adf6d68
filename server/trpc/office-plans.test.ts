import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FilledOffice, fillOffice, OFFICE_NOW } from "@/db/testing/full-office";
import { listQuestions, type Office, type Question } from "@/db/testing/office/list-questions";
import { orderPage, otherPages, overview } from "@/db/testing/office/page-questions";
import { planReader } from "@/db/testing/plans";
import { aPerson } from "@/server/contexts/identity/testing";
import { at, createCtx } from "@/server/platform/context";
import { createCaller } from "./root";

const ORDERS = 50_000;
/** What may be read from one end to the other. */
const SMALL = 10_000;
/** Of all that is kept a page looks at a fraction, whatever is asked for. */
const MOST_READ = 30_000;

const url = process.env.DATABASE_URL ?? "";
const raw = postgres(url, { max: 1, onnotice: () => {} });
const reader = planReader(url);
const manager = at(createCtx({ actor: aPerson("manager") }), OFFICE_NOW);

/** Tables that are not small, and how much is in them. */
let big: Map<string, number>;
let filled: FilledOffice;

beforeAll(async () => {
	filled = await fillOffice(raw, ORDERS);
	const tables = await raw<
		{ name: string; rows: number }[]
	>`select nspname || '.' || relname as name, reltuples::integer as rows
		from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relkind = 'r' and reltuples > ${SMALL}`;
	big = new Map(tables.map(({ name, rows }) => [name, rows]));
}, 240_000);

afterAll(() => Promise.all([raw.end(), reader.close()]));

/** The big tables that a question reads from one end to the other, and the statements that read too much. */
async function offencesOf(questions: (office: Office) => Question[]): Promise<string[]> {
	const found: string[] = [];
	const names = questions(createCaller(manager)).map(({ name }) => name);
	for (const [index, name] of names.entries()) {
		let after: string | undefined;
		for (const page of ["", ", next page"]) {
			const { answer, plans } = await reader.read(manager, async (ctx) =>
				questions(createCaller(ctx))[index]?.ask(after),
			);
			expect(plans.length, name).toBeGreaterThan(0);
			for (const { scanned, rowsRead } of plans) {
				// A count stops where there is more than is counted.
				const whole = scanned.filter(({ table, rows }) => rows >= 0.95 * (big.get(table) ?? Number.POSITIVE_INFINITY));
				found.push(...whole.map(({ table }) => `${name}${page}: all of ${table}`));
				if (rowsRead > MOST_READ) found.push(`${name}${page}: ${rowsRead} rows`);
			}
			after = (answer as { after?: string } | undefined)?.after;
			if (!after) break;
		}
	}
	return found;
}

describe(`with ${ORDERS} orders the office reads no big table from end to end, and not much of it, for`, () => {
	it("any page, filter, search, order or count of its lists", async () => {
		expect(await offencesOf((office) => listQuestions(office, filled))).toEqual([]);
	}, 240_000);

	it("the order page, the overview and the others", async () => {
		const pages = (office: Office) => [orderPage(office, filled), overview(office), ...otherPages(office, filled)];
		expect(await offencesOf(pages)).toEqual([]);
	}, 60_000);
});
