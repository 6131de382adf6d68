import { desc } from "drizzle-orm";
import { months } from "@/db/schema/billing-payouts";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { dueMonth } from "../domain/months";

/**
 * The month that is to be closed: one that was begun and not finished, else the next that is due by the policies in
 * force, which is opened. Null when none is due.
 */
export async function openMonth(ctx: Ctx): Promise<{ month: string } | null> {
	return withTransaction(ctx, async (tx) => {
		const [last] = await tx.db.select().from(months).orderBy(desc(months.day)).limit(1);
		if (last && !last.closedAt) return { month: last.day };
		const { version, timeZone, monthlyCutoff } = await policyInForce(tx, "money");
		const now = tx.clock.now();
		const due = dueMonth(last ?? null, now, { timeZone, ...monthlyCutoff });
		if (!due) return null;
		await tx.db
			.insert(months)
			.values({ ...due, moneyPolicyVersion: version, openedAt: now })
			.onConflictDoNothing(); // another instance was quicker
		return { month: due.day };
	});
}
