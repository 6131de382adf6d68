import { eq } from "drizzle-orm";
import type { z } from "zod";
import { checkIns, jobs } from "@/db/schema/execution";
import { jobStarted } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile } from "@/server/platform/files";
import { once } from "@/server/platform/once";
import { executionRefusals, type startJobInput } from "../contracts";
import { isEquipped, mayCheckInAt } from "../domain/job.policies";
import { startPhotoOf } from "../domain/photo";
import { announceJob } from "./announce-job";
import { isKitIssued, lockOwnJob } from "./lock-job";

/**
 * the worker has come, shows it with a photo, and begins. What counts is what is known under the lock: a kit whose
 * issue is undone before stops the start, one undone afterwards changes nothing about a job that has begun.
 */
export async function startJob(ctx: Ctx, input: z.output<typeof startJobInput>): Promise<{ at: string }> {
	const { orderId, photoId } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.start-job", key: input.idempotencyKey, input }, async () => {
			const { job, assignment, workerId } = await lockOwnJob(tx, orderId);
			const now = tx.clock.now();
			const kitIssued = await isKitIssued(tx, assignment);
			if (job.state === "started") throw executionRefusals.because("already_started");
			if (!mayCheckInAt(assignment, now)) {
				throw executionRefusals.because("too_early", { from: assignment.checkInFrom.getTime() });
			}
			if (!isEquipped(kitIssued, assignment.withoutKitReason)) throw executionRefusals.because("kit_not_issued");
			await claimFile(tx, { fileId: photoId, context: "execution", subject: startPhotoOf(orderId) });
			await tx.db
				.insert(checkIns)
				.values({ orderId, assignment: assignment.number, workerId, at: now, photoId, kitIssued });
			await tx.db.update(jobs).set({ state: "started" }).where(eq(jobs.orderId, orderId));
			await audit(tx, {
				action: "execution.start-job",
				subject: `order:${orderId}`,
				before: { state: job.state },
				after: { state: "started", assignment: assignment.number, photoId, kitIssued },
			});
			const at = now.toISOString();
			const who = { orderId, clientId: job.clientId, workerId, assignment: assignment.number };
			await publish(tx, jobStarted, { ...who, at, photoId, kitIssued });
			await announceJob(tx, job, workerId);
			return { at };
		}),
	);
}
