import { and, eq, gte, inArray, lte, ne, type SQL, type Subquery, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { payers } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { refunds } from "@/db/schema/billing-refunds";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, countSearched, readPage, walkOrGather } from "@/server/platform/paging";
import { officeInvoicesList } from "../contracts";
import { invoiceNumber } from "../domain/invoice";
import { demandManager } from "../domain/ownership";

type Filters = z.output<typeof officeInvoicesList.filtersOnly>;

/** Each filter names the invoices so, so that it stands within a part of them as well as around it. */
const found = alias(invoices, "found");
const tables = { table: invoices, alias: found };
const keys = { number: [found.year, found.sequence], total: [found.total, found.id] };

const columns = {
	invoiceId: found.id,
	year: found.year,
	sequence: found.sequence,
	week: found.week,
	clientId: found.clientId,
	clientName: payers.name,
	total: found.total,
	lineCount: found.lineCount,
	status: found.status,
	collectedBy: found.collectedBy,
	issuedAt: found.issuedAt,
	paidAt: found.paidAt,
};

/** All invoices as the office's filters leave them. */
export async function listOfficeInvoices(ctx: Ctx, asked: z.output<typeof officeInvoicesList.input>) {
	demandManager(ctx.actor);
	const { served, rest } = invoicesLike(asked);
	const page = await readPage(officeInvoicesList, asked, keys, ({ key, ...part }) => {
		const read = (source: Subquery | typeof found, where: SQL | undefined) =>
			ctx.db
				.select({ ...columns, key })
				.from(source)
				.leftJoin(payers, eq(payers.clientId, found.clientId))
				.where(where)
				.orderBy(...part.orderBy)
				.limit(part.limit);
		return rest ? walkOrGather(tables, part, { served, rest }, read) : read(found, and(served, part.where));
	});
	const rows = page.rows.map(({ year, sequence, ...row }) => ({ ...row, number: invoiceNumber(year, sequence) }));
	return { ...page, rows };
}

/** How many invoices the filters leave. */
export async function countOfficeInvoices(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	const { served, rest } = invoicesLike(filters);
	if (!rest) return countRows(ctx, found, served);
	return countSearched(ctx, tables, { served, rest }, sql`${found.year} desc, ${found.sequence} desc`);
}

/** The filters that have an index in the order of the list, and the rest. */
function invoicesLike({ search, status, trouble, clientId, from, to }: Filters) {
	const served = and(
		status ? eq(found.status, status) : undefined,
		clientId ? sql`${found.clientId} = ${clientId}` : undefined,
	);
	const rest = and(
		trouble ? troubles[trouble] : undefined,
		from ? gte(found.week, from) : undefined,
		to ? lte(found.week, to) : undefined,
		search ? matching(search) : undefined,
	);
	return { served, rest };
}

const unpaid = ne(found.status, "paid");

/** What a manager has to look after. */
const troubles = {
	"collection-failed": and(inArray(found.status, ["failed", "overdue"]), eq(found.collectedBy, "card")),
	"transfer-awaited": and(unpaid, eq(found.collectedBy, "transfer")),
	"answer-awaited": sql`exists (
		select from ${payments} where ${payments.invoiceId} = ${found.id} and ${payments.state} in ('unknown', 'pending')
	)`,
	"refund-awaited": sql`exists (
		select from ${refunds} where ${refunds.invoiceId} = ${found.id} and ${refunds.state} in ('intent', 'unknown', 'pending')
	)`,
} satisfies Record<NonNullable<Filters["trouble"]>, SQL | undefined>;

/** An invoice's number, or a part of its client's name. */
function matching(search: string): SQL {
	const number = /^(\d{4})-(\d{1,9})$/.exec(search.trim());
	if (number) return sql`${found.year} = ${Number(number[1])} and ${found.sequence} = ${Number(number[2])}`;
	const name = `%${search.replace(/[%_\\]/g, "\\$&")}%`;
	return sql`${found.clientId} in (select ${payers.clientId} from ${payers} where ${payers.name} ilike ${name})`;
}
