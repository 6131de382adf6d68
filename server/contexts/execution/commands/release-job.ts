import { and, eq } from "drizzle-orm";
import { assignments, jobs } from "@/db/schema/execution";
import { jobReleased } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announceJob } from "./announce-job";
import type { AssignmentRow, JobRow } from "./lock-job";

/** Takes the job, which is under lock, from the worker who has it, so that matching finds another (`execution/job.released`). */
export async function releaseJob(
	tx: TxCtx,
	job: JobRow,
	{ number, workerId }: Pick<AssignmentRow, "number" | "workerId">,
	reason: string,
	withdrawn = false,
): Promise<void> {
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
	await publish(tx, jobReleased, {
		orderId,
		clientId,
		workerId,
		assignment: number,
		reason,
		at: at.toISOString(),
		withdrawn,
	});
	await announceJob(tx, job, workerId);
}
