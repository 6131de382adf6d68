import { eq, max } from "drizzle-orm";
import { assignments, jobs } from "@/db/schema/execution";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { fromWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { assignmentComesLate, isTooLateToStaff, termsOf } from "../domain/job.policies";
import { announceJob } from "./announce-job";
import { failNeverStaffed } from "./fail-unstaffed";
import { giveBackOnDayOff } from "./give-back-on-day-off";
import { giveBackOfInactive } from "./keep-worker";
import { lockCalendar } from "./lock-calendar";
import { findAssignment, type JobRow, lockOpenedJob } from "./lock-job";

type AssignedOrder = EventData<typeof orderAssigned>;

/** What is to be looked after from now on, by business time; null when the assignment never held the job. */
type Watch = { noShowAt: string; overdueAlertAt: string } | null;

/**
 * Gives the job to the worker of an assignment. An assignment that comes after the end, after a newer one, or when
 * the job's time has come, is void; in the last case the job has never been staffed, and fails. Whoever has the day off by now, or
 * is not active any more, gives it back at once.
 */
export async function scheduleJob(ctx: Ctx, order: AssignedOrder): Promise<Watch> {
	return withTransaction(ctx, async (tx) => {
		await lockCalendar(tx, order.workerId);
		const job = await lockOpenedJob(tx, order.orderId);
		const known = await findAssignment(tx, order.orderId, order.assignment);
		if (known) return watch(known);
		const late = assignmentComesLate(job, await newestAssignment(tx, job), order.assignment);
		const tooLate = isTooLateToStaff(job, tx.clock.now());
		const terms = termsOf(job, await policyInForce(tx, "operations"));
		const assignment = {
			orderId: order.orderId,
			number: order.assignment,
			workerId: order.workerId,
			workerShare: fromWire(order.workerShare),
			workerPenalty: fromWire(order.workerPenalty),
			...terms,
			void: late || tooLate,
		};
		await tx.db.insert(assignments).values(assignment);
		if (tooLate) await failNeverStaffed(tx, job);
		if (!assignment.void) {
			const held = { state: "scheduled" as const, assignment: order.assignment, workerId: order.workerId };
			await tx.db.update(jobs).set(held).where(eq(jobs.orderId, job.orderId));
			await announceJob(tx, job, order.workerId, job.workerId);
			if (!(await giveBackOfInactive(tx, { ...job, ...held }, order.workerId)))
				await giveBackOnDayOff(tx, { ...job, ...held }, assignment);
		}
		return watch(assignment);
	});
}

async function newestAssignment(tx: TxCtx, { orderId }: JobRow): Promise<number> {
	const [row] = await tx.db
		.select({ newest: max(assignments.number) })
		.from(assignments)
		.where(eq(assignments.orderId, orderId));
	return row?.newest ?? 0;
}

const watch = (assignment: { void: boolean; noShowAt: Date; overdueAlertAt: Date }): Watch =>
	assignment.void
		? null
		: { noShowAt: assignment.noShowAt.toISOString(), overdueAlertAt: assignment.overdueAlertAt.toISOString() };
