import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { payers } from "@/db/schema/billing";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { nextWeeklyCutoff } from "@/server/kernel/calendar";
import { type Money, money } from "@/server/kernel/money";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { policyInForce } from "@/server/platform/policies";
import { comingInvoicesList } from "../contracts";
import { demandManager } from "../domain/ownership";

type Filters = z.output<typeof comingInvoicesList.filtersOnly>;

/**
 * A dry run of the weekly run: whom it would invoice how much if the week were closed now. Whoever is owed more than is
 * charged gets no invoice: that waits, and is listed with a total below zero.
 */
export async function listComingInvoices(ctx: Ctx, asked: z.output<typeof comingInvoicesList.input>) {
	demandManager(ctx.actor);
	const sums = clientsLike(ctx, asked);
	const keys = { total: [sql`${sums.total}`, sql`${sums.clientId}`] };
	const page = await readPage(comingInvoicesList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ clientId: sums.clientId, clientName: sums.clientName, total: sums.total },
				...{ lineCount: sums.lineCount, key },
			})
			.from(sums)
			.where(where)
			.orderBy(...orderBy)
			.limit(limit),
	);
	return { ...page, rows: page.rows.map((row) => ({ ...row, total: money(BigInt(row.total)) })) };
}

export async function countComingInvoices(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, clientsLike(ctx, filters), undefined);
}

/** The whole of it: how many invoices over how much, what waits instead, when the week closes and by which policies. */
export async function getComingWeek(ctx: Ctx) {
	demandManager(ctx.actor);
	const { version, timeZone, weeklyCutoff } = await policyInForce(ctx, "money");
	const sums = clientsLike(ctx, {});
	const part = async (which: SQL): Promise<{ clients: number; total: Money; lines: number }> => {
		const [row] = await ctx.db
			.select({
				clients: sql<number>`count(*)::int`,
				total: sql<string>`coalesce(sum(${sums.total}), 0)`,
				lines: sql<number>`coalesce(sum(${sums.lineCount}), 0)::int`,
			})
			.from(sums)
			.where(which);
		return { clients: row?.clients ?? 0, total: money(BigInt(row?.total ?? 0)), lines: row?.lines ?? 0 };
	};
	return {
		cutoff: nextWeeklyCutoff(ctx.clock.now(), { timeZone, ...weeklyCutoff }),
		moneyPolicyVersion: version,
		invoices: await part(gte(sums.total, sql`0`)),
		waiting: await part(lt(sums.total, sql`0`)),
	};
}

/** What waits for an invoice, by client. */
const clientsLike = (ctx: Ctx, { search }: Filters) =>
	ctx.db
		.select({
			clientId: unbilledItems.clientId,
			clientName: sql<string | null>`max(${payers.name})`.as("client_name"),
			total: sql<string>`sum(${unbilledItems.amount})`.as("total"),
			lineCount: sql<number>`count(*)::int`.as("line_count"),
		})
		.from(unbilledItems)
		.leftJoin(payers, eq(payers.clientId, unbilledItems.clientId))
		.where(and(search ? containing(payers.name, search) : undefined))
		.groupBy(unbilledItems.clientId)
		.as("sums");
