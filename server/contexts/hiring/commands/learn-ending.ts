import { workerEndings } from "@/db/schema/hiring-screening";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";

type Ending = Omit<typeof workerEndings.$inferInsert, "heardAt">;

/** How a job of a worker ended, learned once per ending: so screening finds out how those do whom it let in. */
export const learnEnding = (ctx: Ctx, ending: Ending): Promise<void> =>
	withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(workerEndings)
			.values({ ...ending, heardAt: tx.clock.now() })
			.onConflictDoNothing();
	});
