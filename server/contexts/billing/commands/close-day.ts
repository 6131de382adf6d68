import { max, min, sql } from "drizzle-orm";
import { ledgerTransactions } from "@/db/schema/billing";
import { closedDays, seals } from "@/db/schema/billing-seals";
import { addDays, businessDate } from "@/server/kernel/calendar";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { waitedTooLong, withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";

/**
 * The business date that is to be sealed: one that was closed and not sealed yet, else the next that is over, which is closed.
 * Null when none is. It waits for the transactions that are being written, and those that come after it find the day closed:
 * the database books them on the day that is open (see `billing.book_on_open_day`). All others queue up behind it meanwhile, so
 * it does not wait for long: where one takes its time the day is left for the next tick, as if none were due.
 */
export async function closeDay(ctx: Ctx): Promise<{ day: string } | null> {
	const due = await dueDay(ctx);
	if (!due) return null;
	try {
		return await withTransaction(ctx, close);
	} catch (error) {
		if (waitedTooLong(error)) return null;
		throw error;
	}
}

async function close(tx: TxCtx): Promise<{ day: string } | null> {
	await tx.db.execute(sql`set local lock_timeout = '3s'`);
	await tx.db.execute(sql`select billing.lock_days()`);
	// Another instance may have been quicker.
	const still = await dueDay(tx);
	if (!still) return null;
	await tx.db.insert(closedDays).values({ day: still, closedAt: tx.clock.now() }).onConflictDoNothing();
	return { day: still };
}

async function dueDay(ctx: Ctx | TxCtx): Promise<string | null> {
	const [closed] = await ctx.db.select({ last: max(closedDays.day) }).from(closedDays);
	const [sealed] = await ctx.db.select({ last: max(seals.day) }).from(seals);
	if (closed?.last && closed.last !== sealed?.last) return closed.last;
	const next = closed?.last ? addDays(closed.last, 1) : await firstDay(ctx);
	const { timeZone } = await policyInForce(ctx, "money");
	return next && next < businessDate(ctx.clock.now(), timeZone) ? next : null;
}

async function firstDay(ctx: Ctx): Promise<string | null> {
	const [row] = await ctx.db.select({ first: min(ledgerTransactions.businessDate) }).from(ledgerTransactions);
	return row?.first ?? null;
}
