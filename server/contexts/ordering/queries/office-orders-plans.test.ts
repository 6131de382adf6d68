import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILLED_UNTIL, type Filled, fillOrders } from "@/db/testing/many-orders";
import { type OrderQuestion, orderQuestions } from "@/db/testing/order-questions";
import { type Plan, planReader } from "@/db/testing/plans";
import { aPerson } from "@/server/contexts/identity/testing";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { officeOrdersList } from "../contracts";
import { countOfficeOrders, listOfficeOrders } from "./list-office-orders";

const ORDERS = 50_000;
/** Of so many orders a page looks at a fraction, whatever is asked for. */
const MOST_READ = 12_000;

const office = actingAs(at(createCtx(), FILLED_UNTIL), aPerson("manager"));
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
const reader = planReader(process.env.DATABASE_URL ?? "");

let filled: Filled;

beforeAll(async () => {
	filled = await fillOrders(sql, ORDERS);
}, 120_000);

afterAll(async () => {
	await Promise.all([sql.end(), reader.close()]);
});

/** What of the plans reads the orders from end to end, or far more rows than a page has. */
const offences = (name: string, plans: Plan[]): string[] =>
	plans.flatMap(({ scanned, rowsRead }) => [
		...(scanned.some(({ table }) => table === "ordering.orders") ? [`${name}: orders are read from end to end`] : []),
		...(rowsRead > MOST_READ ? [`${name}: ${rowsRead} rows are read`] : []),
	]);

async function offencesOf({ name, asked }: OrderQuestion): Promise<string[]> {
	const input = officeOrdersList.input.parse(asked);
	const first = await reader.read(office, (ctx) => listOfficeOrders(ctx, input));
	const { after } = first.answer;
	if (!after) return offences(name, first.plans);
	const second = await reader.read(office, (ctx) => listOfficeOrders(ctx, { ...input, after }));
	return [...offences(name, first.plans), ...offences(`${name}, next page`, second.plans)];
}

describe(`the office's list of ${ORDERS} orders`, () => {
	it("is read by an index, whatever it is filtered and sorted by", async () => {
		const found: string[] = [];
		for (const question of orderQuestions(filled)) found.push(...(await offencesOf(question)));
		expect(found).toEqual([]);
	}, 180_000);

	it("is counted without reading it all; where there is more than is counted, it stops there", async () => {
		const found: string[] = [];
		for (const { name, asked } of orderQuestions(filled).filter(({ name }) => name.endsWith("start desc"))) {
			const { sort: _sort, order: _order, ...filters } = officeOrdersList.input.parse(asked);
			const { answer, plans } = await reader.read(office, (ctx) => countOfficeOrders(ctx, filters));
			if (!answer.more) found.push(...offences(name, plans));
		}
		expect(found).toEqual([]);
	}, 60_000);

	it("would be found out without its indexes", async () => {
		await sql`drop index ordering.orders_start, ordering.orders_start_outcome, ordering.orders_search`;
		const questions = orderQuestions(filled);
		for (const name of ["one year, by start desc", "a word of nobody, by number desc", "none, by start asc"]) {
			const question = questions.find((one) => one.name === name);
			expect(question && (await offencesOf(question))).toContain(`${name}: orders are read from end to end`);
		}
	}, 60_000);
});
