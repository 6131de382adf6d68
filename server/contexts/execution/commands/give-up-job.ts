import type { z } from "zod";
import { jobFailed } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { executionRefusals, type giveUpJobInput } from "../contracts";
import type { GiveUpConsequence } from "../domain/job";
import { givingUpMeans } from "../domain/job.policies";
import { type JobRow, lockOwnJob } from "./lock-job";
import { recordEnding } from "./record-ending";
import { releaseJob } from "./release-job";

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
			if (consequence === "released") await releaseJob(tx, job, assignment, input.reason);
			else await fail(tx, job, input.reason);
			return { consequence };
		}),
	);
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
