import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { assignments, jobs } from "@/db/schema/execution";
import { jobFailed, jobReleased } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { executionRefusals, type giveUpJobInput } from "../contracts";
import type { GiveUpConsequence } from "../domain/job";
import { givingUpMeans } from "../domain/job.policies";
import { announceJob } from "./announce-job";
import { type AssignmentRow, type JobRow, lockOwnJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/**
 * The worker can't do it. Early enough, the job is free for another worker; later, it fails. The worker has been told which
 * of the two; when that is not true any more, nothing happens and the worker is told anew.
 */
export async function giveUpJob(
	ctx: Ctx,
	input: z.output<typeof giveUpJobInput>,
): Promise<{ consequence: GiveUpConsequence }> {
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "execution.give-up-job", key: input.idempotencyKey, input }, async () => {
			const { job, assignment } = await lockOwnJob(tx, input.orderId);
			const consequence = givingUpMeans(job, assignment, tx.clock.now());
			if (consequence !== input.consequence) throw executionRefusals.because("consequence_changed");
			if (consequence === "released") await release(tx, job, assignment, input.reason);
			else await fail(tx, job, input.reason);
			return { consequence };
		}),
	);
}

async function release(tx: TxCtx, job: JobRow, { number, workerId }: AssignmentRow, reason: string): Promise<void> {
	const { orderId, clientId } = job;
	const at = tx.clock.now();
	await tx.db
		.update(assignments)
		.set({ releasedAt: at, releaseReason: reason })
		.where(and(eq(assignments.orderId, orderId), eq(assignments.number, number)));
	await tx.db.update(jobs).set({ state: "waiting", assignment: null, workerId: null }).where(eq(jobs.orderId, orderId));
	await audit(tx, {
		action: "execution.release-job",
		subject: `order:${orderId}`,
		before: { state: job.state, assignment: number, workerId },
		after: { state: "waiting" },
		reason,
	});
	await publish(tx, jobReleased, { orderId, clientId, workerId, assignment: number, reason, at: at.toISOString() });
	await announceJob(tx, job, workerId);
}

async function fail(tx: TxCtx, job: JobRow, words: string): Promise<void> {
	const failure = "gave-up";
	const ended = await recordEnding(
		tx,
		job,
		{ outcome: "failed", failure, words, decidedBy: "worker" },
		"execution.give-up-job",
	);
	await publish(tx, jobFailed, { ...ended, reason: failure, words });
}
