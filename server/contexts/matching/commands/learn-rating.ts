import { pastRatings } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";

/** Learns what a reference sample said of a job, once per order. */
export async function learnRating(ctx: Ctx, rating: typeof pastRatings.$inferInsert): Promise<void> {
	await withTransaction(ctx, (tx) => tx.db.insert(pastRatings).values(rating).onConflictDoNothing());
}
