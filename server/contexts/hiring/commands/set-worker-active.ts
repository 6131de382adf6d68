import { eq } from "drizzle-orm";
import type { z } from "zod";
import { workers } from "@/db/schema/hiring";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { setWorkerActiveInput } from "../contracts";
import { demandManager } from "../domain/access";
import { publishWorker } from "./publish-worker";

/** Takes a worker out of the pool, or back in. Jobs that the worker has already stay. Saying the same again does nothing. */
export async function setWorkerActive(ctx: Ctx, input: z.output<typeof setWorkerActiveInput>): Promise<void> {
	demandManager(ctx.actor);
	const { workerId, active } = input;
	await withTransaction(ctx, async (tx) => {
		const [worker] = await tx.db.select().from(workers).where(eq(workers.id, workerId)).for("update");
		if (!worker) throw commonRefusals.because("not_found");
		if (worker.active === active) return;
		await tx.db
			.update(workers)
			.set({ active, version: worker.version + 1 })
			.where(eq(workers.id, workerId));
		await publishWorker(tx, workerId);
		await audit(tx, {
			action: "hiring.set-worker-active",
			subject: `worker:${workerId}`,
			before: { active: worker.active },
			after: { active },
		});
	});
}
