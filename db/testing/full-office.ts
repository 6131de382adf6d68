import type postgres from "postgres";
import type { ClientId, OrderId, WorkerId } from "@/server/kernel/ids";
import { FILLED_UNTIL, type Filled, fillOrders } from "./many-orders";
import { fillBooks } from "./office/books";
import { fillInvoices } from "./office/invoices";
import { fillPayouts } from "./office/payouts";
import { fillRecords } from "./office/records";
import { fillWork } from "./office/work";
import { withoutIndexes } from "./without-indexes";

/** The moment at which the company of `fillOffice` stands: a Sunday noon in the business time zone. */
export const OFFICE_NOW = FILLED_UNTIL;

/** What questions may be about: somebody and something with much behind it. */
export type FilledOffice = Filled &
	People & { orderId: OrderId; number: number; staffId: string; now: string; usual: People };

type People = { clientId: ClientId; workerId: WorkerId };

/** Constraints of these schemas are kept, and so are their indexes. */
const SCHEMAS = [
	"ordering",
	"execution",
	"supplies",
	"matching",
	"billing",
	"events",
	"engine",
	"notifications",
	"platform",
];

/**
 * Fills a migrated database with so many orders over three years as each context keeps them, and with their money, mails,
 * events and people: written set by set and without their triggers, for asking about them only. Ends with everything analysed.
 */
export async function fillOffice(sql: postgres.Sql, orders: number): Promise<FilledOffice> {
	const filled = await fillOrders(sql, orders);
	await sql`set session_replication_role = replica`;
	await sql`set work_mem = '256MB'`;
	await sql`create unlogged table filled.orders as
		select id, number, client_id, worker_id, service_type_id, service_name, starts_at, placed_at, ended_at, state, payable, ending,
			gen_random_uuid() as kit, row_number() over (order by starts_at, number) as n,
			row_number() over (order by starts_at, number) / ${orders}::float as age, (number::bigint * 48271 % 100)::integer as luck
		from ordering.orders`;
	await sql`analyze filled.orders`;
	const tables = await sql<{ name: string }[]>`
		select schemaname || '.' || tablename as name from pg_tables
		where schemaname = any(${SCHEMAS}) and schemaname || '.' || tablename <> 'ordering.orders'`;
	await withoutIndexes(
		sql,
		tables.map(({ name }) => name),
		async () => {
			await fillWork(sql);
			await fillBooks(sql);
			await fillInvoices(sql);
			await fillPayouts(sql);
			await fillRecords(sql, orders);
		},
	);
	await sql`drop table filled.orders, filled.money, filled.invoices, filled.payouts`;
	await sql`set session_replication_role = origin`;
	await sql`vacuum (analyze)`;
	const [some] = await sql<Pick<FilledOffice, "orderId" | "number" | "staffId" | "usual">[]>`
		select id as "orderId", number, jsonb_build_object('clientId', client_id, 'workerId', worker_id) as usual, (select id from filled.staff where at = 4) as "staffId" from ordering.orders
		where state = 'completed' order by starts_at desc limit 1`;
	if (!some) throw new Error("nothing was filled");
	return { ...(filled as Filled & People), ...some, now: OFFICE_NOW };
}
