import { eq } from "drizzle-orm";
import { endings, jobs } from "@/db/schema/execution";
import { actorRef } from "@/server/kernel/actor";
import type { FileId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import type { Failure, Outcome } from "../domain/job";
import { announceJob } from "./announce-job";
import type { JobRow } from "./lock-job";

export type Ending = {
	outcome: Outcome;
	/** Why it failed; null for what did not. */
	failure: Failure | null;
	words: string;
	decidedBy: typeof endings.$inferSelect.decidedBy;
	reportPhotoId?: FileId;
};

/**
 * Writes the next ending of a locked job, in force from now on, with its audit entry. The caller has decided that it may,
 * and publishes the event, of which the answer is what all such events say.
 */
export async function recordEnding(tx: TxCtx, job: JobRow, ending: Ending, action: string) {
	const { orderId, orderNumber, clientId, workerId, assignment } = job;
	const number = job.ending + 1;
	const at = tx.clock.now();
	await tx.db
		.insert(endings)
		.values({ ...ending, orderId, number, actor: actorRef(tx.actor), at, workerId, assignment });
	await tx.db.update(jobs).set({ state: ending.outcome, ending: number }).where(eq(jobs.orderId, orderId));
	await audit(tx, {
		action,
		subject: `order:${orderId}`,
		before: { state: job.state, ending: job.ending },
		after: { state: ending.outcome, ending: number, failure: ending.failure },
		reason: ending.words,
	});
	await announceJob(tx, job, workerId);
	return { orderId, orderNumber, clientId, workerId, assignment, ending: number, at: at.toISOString() };
}
