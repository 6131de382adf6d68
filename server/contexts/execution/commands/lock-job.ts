import { and, eq } from "drizzle-orm";
import { assignments, jobs, kits } from "@/db/schema/execution";
import { commonRefusals, NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { executionRefusals } from "../contracts";

export type JobRow = typeof jobs.$inferSelect;
export type AssignmentRow = typeof assignments.$inferSelect;

/** The job under lock, until the transaction ends. Every command takes it before it looks at anything else of the job. */
export async function lockJob(tx: TxCtx, orderId: OrderId): Promise<JobRow | null> {
	const [job] = await tx.db.select().from(jobs).where(eq(jobs.orderId, orderId)).for("update");
	return job ?? null;
}

/** For the house's reactions and deadlines: throws NotYet when the order has not been heard of, and refuses any person. */
export async function lockOpenedJob(tx: TxCtx, orderId: OrderId): Promise<JobRow> {
	if (tx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
	const job = await lockJob(tx, orderId);
	if (!job) throw new NotYet(`the job of order ${orderId} is open`);
	return job;
}

/** For managers. Refuses an unknown order (`common.not_found`). */
export async function lockKnownJob(tx: TxCtx, orderId: OrderId): Promise<JobRow> {
	const job = await lockJob(tx, orderId);
	if (!job) throw commonRefusals.because("not_found");
	return job;
}

/**
 * For the worker whose job it is. Somebody else's, one given back and an unknown one are the same refusal
 * (`common.not_found`); one that has ended is `execution.already_ended`.
 */
export async function lockOwnJob(
	tx: TxCtx,
	orderId: OrderId,
): Promise<{ job: JobRow; assignment: AssignmentRow; workerId: AssignmentRow["workerId"] }> {
	const workerId = tx.actor.kind === "person" ? tx.actor.workerId : null;
	const job = await lockJob(tx, orderId);
	if (!job || workerId === null || job.workerId !== workerId) throw commonRefusals.because("not_found");
	if (job.ending > 0) throw executionRefusals.because("already_ended");
	return { job, assignment: await currentAssignment(tx, job), workerId };
}

/** Who has the job. Refuses when nobody has (`execution.nobody_assigned`). */
export async function currentAssignment(tx: TxCtx, job: JobRow): Promise<AssignmentRow> {
	const assignment = job.assignment === null ? null : await findAssignment(tx, job.orderId, job.assignment);
	if (!assignment) throw executionRefusals.because("nobody_assigned");
	return assignment;
}

export async function findAssignment(tx: TxCtx, orderId: OrderId, number: number): Promise<AssignmentRow | null> {
	const here = and(eq(assignments.orderId, orderId), eq(assignments.number, number));
	const [assignment] = await tx.db.select().from(assignments).where(here);
	return assignment ?? null;
}

/** Whether the worker of an assignment has the kit, as far as this context has heard. */
export async function isKitIssued(tx: TxCtx, { orderId, number }: AssignmentRow): Promise<boolean> {
	const here = and(eq(kits.orderId, orderId), eq(kits.assignment, number));
	const [kit] = await tx.db.select().from(kits).where(here);
	return kit?.issued ?? false;
}
