import { and, desc, eq, gt, sql } from "drizzle-orm";
import { charges, ledgerTransactions, terms } from "@/db/schema/billing";
import { nextWeeklyCutoff } from "@/server/kernel/calendar";
import { money, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { clientOf } from "../domain/ownership";

/** So many lines are shown; total and count tell of all. */
const MOST = 200;

const count = sql<number>`count(*)::int`;
const total = sql<string>`coalesce(sum(${charges.amount}), 0)`;
const isInForce = sql`not exists (
	select from ${ledgerTransactions} reversal where reversal.reverses = ${charges.transactionId}
)`;

/**
 * What the signed-in client will be charged at the coming weekly cut-off, line by line: each charge in force that is
 * on no invoice yet.
 */
export async function getOwedThisWeek(ctx: Ctx) {
	const { timeZone, weeklyCutoff } = await policyInForce(ctx, "money");
	const owed = and(eq(charges.clientId, clientOf(ctx.actor)), gt(charges.amount, zero), isInForce);
	const [all] = await ctx.db.select({ count, total }).from(charges).where(owed);
	const lines = await ctx.db
		.select({
			orderId: charges.orderId,
			orderNumber: terms.orderNumber,
			serviceName: terms.serviceName,
			startsAt: terms.startsAt,
			outcome: charges.outcome,
			listPrice: terms.listPrice,
			discountPercent: terms.discountPercent,
			amount: charges.amount,
			postedAt: charges.postedAt,
		})
		.from(charges)
		.innerJoin(terms, and(eq(terms.orderId, charges.orderId), eq(terms.assignment, charges.assignment)))
		.where(owed)
		.orderBy(desc(charges.postedAt), desc(charges.orderId))
		.limit(MOST);
	return {
		cutoff: nextWeeklyCutoff(ctx.clock.now(), { timeZone, ...weeklyCutoff }),
		total: money(BigInt(all?.total ?? 0)),
		count: all?.count ?? 0,
		lines,
	};
}
