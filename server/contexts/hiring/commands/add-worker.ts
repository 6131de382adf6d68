import type { z } from "zod";
import { workers } from "@/db/schema/hiring";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile } from "@/server/platform/files";
import { once } from "@/server/platform/once";
import { type addWorkerInput, hiringRefusals } from "../contracts";
import { demandManager } from "../domain/access";
import { publishWorker } from "./publish-worker";
import { saveTraits } from "./save-traits";

/** A manager puts a cat into the pool by hand. The account comes of itself: identity hears of the worker. */
export async function addWorker(ctx: Ctx, input: z.output<typeof addWorkerInput>): Promise<{ workerId: WorkerId }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.add-worker", key: input.idempotencyKey, input }, async () => {
			const { strengths, weaknesses, idempotencyKey: _key, ...profile } = input;
			const [worker] = await tx.db
				.insert(workers)
				.values({ ...profile, id: newId(), addedAt: tx.clock.now() })
				.onConflictDoNothing({ target: workers.email })
				.returning();
			if (!worker) throw hiringRefusals.because("email_taken");
			const workerId = worker.id;
			if (worker.photoId) {
				await claimFile(tx, { fileId: worker.photoId, context: "hiring", subject: `worker:${workerId}` });
			}
			await saveTraits(tx, workerId, { strengths, weaknesses });
			const added = await publishWorker(tx, workerId);
			await audit(tx, { action: "hiring.add-worker", subject: `worker:${workerId}`, after: added });
			return { workerId };
		}),
	);
}
