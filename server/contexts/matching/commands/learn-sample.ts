import { sql } from "drizzle-orm";
import { normalSamples, traitNames } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";

type Learned = typeof normalSamples.$inferInsert & { traits?: (typeof traitNames.$inferInsert)[] };

/** Takes over what a sample is like now, and what its traits are called. An older version than the one known does nothing. */
export async function learnSample(ctx: Ctx, { id, traits = [], ...state }: Learned): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(normalSamples)
			.values({ id, ...state })
			.onConflictDoUpdate({
				target: normalSamples.id,
				set: state,
				setWhere: sql`${normalSamples.version} < excluded.version`,
			});
		const inOrder = traits.toSorted((a, b) => (a.trait < b.trait ? -1 : 1));
		if (inOrder.length > 0) {
			await tx.db
				.insert(traitNames)
				.values(inOrder)
				.onConflictDoUpdate({
					target: traitNames.trait,
					set: { name: sql`excluded.name` },
					setWhere: sql`${traitNames.name} is distinct from excluded.name`,
				});
		}
		await announce(tx, { context: "matching", subject: id, audiences: [] });
	});
}
