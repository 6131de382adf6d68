import { eq } from "drizzle-orm";
import type { z } from "zod";
import { workers } from "@/db/schema/hiring";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile } from "@/server/platform/files";
import type { editWorkerInput } from "../contracts";
import { demandManager } from "../domain/access";
import { getWorkerProfile } from "../queries/get-worker";
import { publishWorker } from "./publish-worker";
import { saveTraits } from "./save-traits";

/** A manager corrects a worker's profile; refused (`common.stale`) when somebody else has changed it since it was shown. */
export async function editWorker(ctx: Ctx, input: z.output<typeof editWorkerInput>): Promise<{ version: number }> {
	demandManager(ctx.actor);
	const { workerId, version, strengths, weaknesses, ...profile } = input;
	return withTransaction(ctx, async (tx) => {
		const [locked] = await tx.db.select().from(workers).where(eq(workers.id, workerId)).for("update");
		const before = locked && (await getWorkerProfile(tx, workerId));
		if (!before) throw commonRefusals.because("not_found");
		if (before.version !== version) throw commonRefusals.because("stale");
		if (profile.photoId && profile.photoId !== before.photoId) {
			await claimFile(tx, { fileId: profile.photoId, context: "hiring", subject: `worker:${workerId}` });
		}
		await tx.db
			.update(workers)
			.set({ ...profile, version: version + 1 })
			.where(eq(workers.id, workerId));
		await saveTraits(tx, workerId, { strengths, weaknesses });
		const after = await publishWorker(tx, workerId);
		await audit(tx, { action: "hiring.edit-worker", subject: `worker:${workerId}`, before, after });
		return { version: after.version };
	});
}
