import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { invoices } from "@/db/schema/billing-invoices";
import type { Ctx } from "@/server/platform/context";
import type { invoicesInput } from "../contracts";
import { invoiceNumber } from "../domain/invoice";
import { clientOf } from "../domain/ownership";

/** A year of weeks is two pages. */
const PAGE = 26;

/** All invoices of the signed-in client, the newest first, a page at a time. */
export async function listInvoices(ctx: Ctx, { cursor }: z.output<typeof invoicesInput>) {
	const rows = await ctx.db
		.select()
		.from(invoices)
		.where(and(eq(invoices.clientId, clientOf(ctx.actor)), cursor ? lt(invoices.week, cursor) : undefined))
		.orderBy(desc(invoices.week))
		.limit(PAGE + 1);
	const shown = rows.slice(0, PAGE).map(({ id, year, sequence, week, total, lineCount, issuedAt, status }) => ({
		...{ invoiceId: id, number: invoiceNumber(year, sequence) },
		...{ week, total, lineCount, issuedAt, status },
	}));
	return { invoices: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.week ?? null) : null };
}
