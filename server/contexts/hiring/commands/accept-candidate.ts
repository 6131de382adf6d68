import type { z } from "zod";
import { workers } from "@/db/schema/hiring";
import { candidateAccepted } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import { newId, type WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { handOnFile } from "@/server/platform/files";
import { hiringRefusals } from "../contracts";
import type { acceptCandidateInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { demandReason } from "./demand-reason";
import { candidateOf, lockApplication, moveApplication } from "./move-application";
import { publishWorker } from "./publish-worker";
import { saveTraits } from "./save-traits";

/** A candidate becomes a worker with what was found. The account and the welcome come of themselves. */
export async function acceptCandidate(
	ctx: Ctx,
	input: z.output<typeof acceptCandidateInput>,
): Promise<{ workerId: WorkerId }> {
	demandManager(ctx.actor);
	const { strengths, weaknesses, trial, against } = input;
	return withTransaction(ctx, async (tx) => {
		const application = await lockApplication(tx, input);
		await demandReason(tx, { applicationId: application.id, decision: "accept", reason: against });
		const { name, email, phone, locale, age, breed, coat, photoId } = application;
		const workerId = newId<WorkerId>();
		const [worker] = await tx.db
			.insert(workers)
			.values({ id: workerId, name, email, phone, locale, age, breed, coat, photoId, addedAt: tx.clock.now() })
			.onConflictDoNothing({ target: workers.email })
			.returning();
		if (!worker) throw hiringRefusals.because("email_taken");
		await moveApplication(tx, application, { to: "accepted", words: against, set: { workerId, trial } });
		if (photoId) {
			const [from, to] = [`application:${application.id}`, `worker:${workerId}`];
			await handOnFile(tx, { fileId: photoId, context: "hiring", from, to });
		}
		await saveTraits(tx, workerId, { strengths, weaknesses });
		await publishWorker(tx, workerId);
		await publish(tx, candidateAccepted, { ...candidateOf(tx, application), workerId, trial });
		return { workerId };
	});
}
