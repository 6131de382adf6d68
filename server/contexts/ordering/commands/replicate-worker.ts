import { lt, sql } from "drizzle-orm";
import { workers } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { workerChanged } from "@/server/events/catalog/hiring";
import type { Ctx } from "@/server/platform/context";

type Worker = EventData<typeof workerChanged>;

/** Keeps what the worker's card shows up to date. An older version than the one at hand does nothing. */
export async function replicateWorker(ctx: Ctx, worker: Worker): Promise<void> {
	const card = {
		version: worker.version,
		name: worker.name,
		breed: worker.breed,
		coat: worker.coat,
		photoId: worker.photoId,
		strengths: worker.strengths.map(({ name }) => name),
	};
	await ctx.db
		.insert(workers)
		.values({ id: worker.workerId, ...card })
		.onConflictDoUpdate({ target: workers.id, set: card, setWhere: lt(workers.version, sql`excluded.version`) });
}
