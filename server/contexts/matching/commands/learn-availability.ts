import { sql } from "drizzle-orm";
import { availabilities } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";

/** Takes over when a sample can be given jobs. An older version than the one known does nothing. */
export async function learnAvailability(
	ctx: Ctx,
	{ sample, ...state }: typeof availabilities.$inferInsert,
): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(availabilities)
			.values({ sample, ...state })
			.onConflictDoUpdate({
				target: availabilities.sample,
				set: state,
				setWhere: sql`${availabilities.version} < excluded.version`,
			});
		await announce(tx, { context: "matching", subject: sample, audiences: [] });
	});
}
