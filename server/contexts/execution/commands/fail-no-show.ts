import { jobFailed } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { isNoShow } from "../domain/job.policies";
import { findAssignment, lockOpenedJob } from "./lock-job";
import { recordEnding } from "./record-ending";

/**
 * the agreed time and the grace have passed and the worker of that assignment has not checked in, so the job fails.
 * Early, repeated, or about a worker who does not have the job any more, it does nothing.
 */
export async function failNoShow(
	ctx: Ctx,
	{ orderId, assignment: number }: { orderId: OrderId; assignment: number },
): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const job = await lockOpenedJob(tx, orderId);
		const assignment = await findAssignment(tx, orderId, number);
		if (!assignment || !isNoShow(job, number, assignment, tx.clock.now())) return;
		const failure = "no-show";
		const ended = await recordEnding(
			tx,
			job,
			{ outcome: "failed", failure, words: "", decidedBy: "house" },
			"execution.fail-no-show",
		);
		await publish(tx, jobFailed, { ...ended, reason: failure, words: "" });
	});
}
