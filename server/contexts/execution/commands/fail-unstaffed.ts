import { jobFailed } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { neverStaffed } from "../domain/job.policies";
import { type JobRow, lockOpenedJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/** When the start time has come and nobody has the job, it fails and costs nothing. Early or repeated, it does nothing. */
export async function failUnstaffed(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<void> {
	await withTransaction(ctx, async (tx) => failNeverStaffed(tx, await lockOpenedJob(tx, orderId)));
}

/** The same for a job that is locked already. */
export async function failNeverStaffed(tx: TxCtx, job: JobRow): Promise<void> {
	if (!neverStaffed(job, tx.clock.now())) return;
	const failure = "never-staffed";
	const ended = await recordEnding(
		tx,
		job,
		{ outcome: "failed", failure, words: "", decidedBy: "house" },
		"execution.fail-unstaffed",
	);
	await publish(tx, jobFailed, { ...ended, reason: failure, words: "" });
}
