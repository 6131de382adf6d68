import { sql } from "drizzle-orm";
import { normalSamples } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";

/** Takes over what a sample is like now. An older version than the one known does nothing. */
export async function learnSample(ctx: Ctx, { id, ...state }: typeof normalSamples.$inferInsert): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(normalSamples)
			.values({ id, ...state })
			.onConflictDoUpdate({
				target: normalSamples.id,
				set: state,
				setWhere: sql`${normalSamples.version} < excluded.version`,
			});
		await announce(tx, { context: "matching", subject: id, audiences: [] });
	});
}
