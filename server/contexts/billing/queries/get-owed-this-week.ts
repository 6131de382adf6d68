import { desc, eq, sql } from "drizzle-orm";
import { charges, terms } from "@/db/schema/billing";
import { unbilledItems } from "@/db/schema/billing-invoices";
import { nextWeeklyCutoff } from "@/server/kernel/calendar";
import { money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { clientOf } from "../domain/ownership";
import { agreedFor, billedItem, chargeOf } from "./list-invoice-lines";

/** So many lines are shown; total and count tell of all. */
const MOST = 200;

const count = sql<number>`count(*)::int`;
const total = sql<string>`coalesce(sum(${unbilledItems.amount}), 0)`;

/**
 * What the signed-in client will be charged at the coming weekly cut-off, line by line: what is charged and on no
 * invoice yet, less what an earlier invoice held and was taken back. Below zero it is the client's, and waits.
 */
export async function getOwedThisWeek(ctx: Ctx) {
	const { timeZone, weeklyCutoff } = await policyInForce(ctx, "money");
	const mine = eq(unbilledItems.clientId, clientOf(ctx.actor));
	const [all] = await ctx.db.select({ count, total }).from(unbilledItems).where(mine);
	const lines = await ctx.db
		.select({ ...billedItem(unbilledItems), postedAt: unbilledItems.postedAt })
		.from(unbilledItems)
		.innerJoin(charges, chargeOf(unbilledItems))
		.innerJoin(terms, agreedFor)
		.where(mine)
		.orderBy(desc(unbilledItems.postedAt), desc(unbilledItems.orderId))
		.limit(MOST);
	return {
		cutoff: nextWeeklyCutoff(ctx.clock.now(), { timeZone, ...weeklyCutoff }),
		total: money(BigInt(all?.total ?? 0)),
		count: all?.count ?? 0,
		lines,
	};
}
