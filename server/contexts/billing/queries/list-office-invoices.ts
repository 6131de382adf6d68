import { and, eq, inArray, type SQL, type Subquery, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { payers } from "@/db/schema/billing";
import { payments } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { refunds } from "@/db/schema/billing-refunds";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, countSearched, readPage, walkOrGather } from "@/server/platform/paging";
import { officeInvoicesList } from "../contracts";
import { invoiceStatuses } from "../domain/collection";
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
		from ? sql`(${found.year}, ${found.sequence}) >= ${firstSince(from)}` : undefined,
		to ? sql`(${found.year}, ${found.sequence}) <= ${lastUntil(to)}` : undefined,
	);
	const rest = and(trouble ? troubles[trouble] : undefined, search ? matching(search) : undefined);
	return { served, rest };
}

/** Weeks are closed one after the other, so numbers tell where the days lie in the order of the list. */
const firstSince = (day: string): SQL => sql`(
	select edge.year, edge.sequence from ${invoices} as edge where edge.week >= ${day}::date
	order by edge.week, edge.year, edge.sequence limit 1
)`;

const lastUntil = (day: string): SQL => sql`(
	select edge.year, edge.sequence from ${invoices} as edge where edge.week <= ${day}::date
	order by edge.week desc, edge.year desc, edge.sequence desc limit 1
)`;

/** All but those that are paid, named, so that their index is of use. */
const unpaid = inArray(
	found.status,
	invoiceStatuses.filter((status) => status !== "paid"),
);

/** What a manager has to look after. */
const troubles = {
	"collection-failed": and(inArray(found.status, ["failed", "overdue"]), eq(found.collectedBy, "card")),
	"transfer-awaited": and(unpaid, eq(found.collectedBy, "transfer")),
	"answer-awaited": sql`${found.id} = any(array(
		select ${payments.invoiceId} from ${payments} where ${payments.state} in ('unknown', 'pending')
			or ${payments.contradictedAt} is not null
	))`,
	"refund-awaited": sql`${found.id} = any(array(
		select ${refunds.invoiceId} from ${refunds} where ${refunds.state} in ('intent', 'unknown', 'pending')
			or ${refunds.contradictedAt} is not null
	))`,
} satisfies Record<NonNullable<Filters["trouble"]>, SQL | undefined>;

/** An invoice's number, or a part of its client's name. */
function matching(search: string): SQL {
	const number = /^(\d{4})-(\d{1,9})$/.exec(search.trim());
	if (number) return sql`${found.year} = ${Number(number[1])} and ${found.sequence} = ${Number(number[2])}`;
	return sql`${found.clientId} in (select ${payers.clientId} from ${payers} where ${containing(payers.name, search)})`;
}
