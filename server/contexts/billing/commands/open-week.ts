import { desc } from "drizzle-orm";
import { weeks } from "@/db/schema/billing-invoices";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { dueWeek } from "../domain/weeks";

/**
 * The week that is to be closed: one that was begun and not finished, else the next that is due by the policies in
 * force, which is opened. Null when none is due.
 */
export async function openWeek(ctx: Ctx): Promise<{ week: string } | null> {
	return withTransaction(ctx, async (tx) => {
		const [last] = await tx.db.select().from(weeks).orderBy(desc(weeks.day)).limit(1);
		if (last && !last.closedAt) return { week: last.day };
		const { version, timeZone, weeklyCutoff } = await policyInForce(tx, "money");
		const now = tx.clock.now();
		const due = dueWeek(last ?? null, now, { timeZone, ...weeklyCutoff });
		if (!due) return null;
		await tx.db
			.insert(weeks)
			.values({ ...due, moneyPolicyVersion: version, openedAt: now })
			.onConflictDoNothing(); // another instance was quicker
		return { week: due.day };
	});
}
