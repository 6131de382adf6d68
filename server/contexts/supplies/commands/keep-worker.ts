import { eq, lt } from "drizzle-orm";
import { kits, workers } from "@/db/schema/supplies";
import type { EventData } from "@/server/events/catalog/_define";
import type { workerChanged } from "@/server/events/catalog/hiring";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { demandHouse } from "./demand-house";

type Worker = EventData<typeof workerChanged>;

/** Keeps the newest version of how a worker is called and looks. */
export async function keepWorker(ctx: Ctx, { workerId, version, name, breed, coat }: Worker): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const [kept] = await tx.db
			.insert(workers)
			.values({ workerId, version, name, breed, coat })
			.onConflictDoUpdate({
				target: workers.workerId,
				set: { version, name, breed, coat },
				setWhere: lt(workers.version, version),
			})
			.returning();
		if (!kept) return;
		const [shown] = await tx.db.select({ id: kits.id }).from(kits).where(eq(kits.workerId, workerId)).limit(1);
		if (shown) await announce(tx, { context: "supplies", subject: workerId, audiences: ["warehouse"] });
	});
}
