import { and, asc, inArray, lt, sql } from "drizzle-orm";
import { changes } from "@/db/schema/matching-history";
import { matchRecords } from "@/db/schema/matching-pipelines";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";

const AT_ONCE = 500;

/**
 * Forgets what each step said of each candidate when it is older than the policy says. Who was chosen by which version, with the
 * funnel, is kept: versions are judged by it. What samples changed is forgotten after a day, for processes look more often.
 */
export async function forgetDetails(ctx: Ctx): Promise<{ forgotten: number }> {
	const { matchRecordDays } = await policyInForce(ctx, "operations");
	return withTransaction(ctx, async (tx) => {
		await tx.db.delete(changes).where(lt(changes.at, after(tx.clock.systemNow(), -days(1))));
		const old = tx.db
			.select({ row: sql`ctid` })
			.from(matchRecords)
			.where(
				and(
					lt(matchRecords.at, after(tx.clock.now(), -days(matchRecordDays))),
					sql`${matchRecords.candidates} <> '[]'::jsonb`,
				),
			)
			.orderBy(asc(matchRecords.at))
			.limit(AT_ONCE);
		const forgotten = await tx.db
			.update(matchRecords)
			.set({ candidates: [], said: null })
			.where(inArray(sql`ctid`, old))
			.returning({ order: matchRecords.order });
		return { forgotten: forgotten.length };
	});
}
