import { workerRatings } from "@/db/schema/hiring-screening";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";

type Rating = Omit<typeof workerRatings.$inferInsert, "heardAt">;

/** What a client said of a worker, learned once per order. */
export const learnRating = (ctx: Ctx, rating: Rating): Promise<void> =>
	withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(workerRatings)
			.values({ ...rating, heardAt: tx.clock.now() })
			.onConflictDoNothing();
	});
