import { eq } from "drizzle-orm";
import { jobs } from "@/db/schema/execution";
import { jobOverdue } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { isOverdue } from "../domain/job.policies";
import { announceJob } from "./announce-job";
import { findAssignment, lockOpenedJob } from "./lock-job";

/** Tells managers, once, that a started job should have been finished long ago; the decision stays theirs. */
export async function raiseOverdue(
	ctx: Ctx,
	{ orderId, assignment: number }: { orderId: OrderId; assignment: number },
): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const job = await lockOpenedJob(tx, orderId);
		const assignment = await findAssignment(tx, orderId, number);
		const at = tx.clock.now();
		if (!assignment || !isOverdue(job, number, assignment, at)) return;
		await tx.db.update(jobs).set({ overdueAt: at }).where(eq(jobs.orderId, orderId));
		const { clientId } = job;
		const { workerId } = assignment;
		await publish(tx, jobOverdue, { orderId, clientId, workerId, assignment: number, at: at.toISOString() });
		await announceJob(tx, job);
	});
}
