import { and, asc, eq, gt, sql } from "drizzle-orm";
import { jobs, workers } from "@/db/schema/execution";
import type { WorkerId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { isTooLateToStaff } from "../domain/job.policies";
import { lockCalendar } from "./lock-calendar";
import { currentAssignment, type JobRow, lockOpenedJob } from "./lock-job";
import { releaseJob } from "./release-job";

/**
 * Takes over whether a worker can be given jobs. Whoever goes inactive gives back every job that has not begun and whose time has not
 * come: matching looks for others. An older version than the one known does nothing.
 */
export async function keepWorker(ctx: Ctx, worker: typeof workers.$inferInsert): Promise<void> {
	const { workerId, version, active } = worker;
	await withTransaction(ctx, async (tx) => {
		await lockCalendar(tx, workerId);
		const [kept] = await tx.db
			.insert(workers)
			.values(worker)
			.onConflictDoUpdate({
				target: workers.workerId,
				set: { version, active },
				setWhere: sql`${workers.version} < excluded.version`,
			})
			.returning({ active: workers.active });
		if (kept?.active !== false) return;
		const coming = and(eq(jobs.workerId, workerId), eq(jobs.state, "scheduled"), gt(jobs.startsAt, tx.clock.now()));
		const found = await tx.db.select({ orderId: jobs.orderId }).from(jobs).where(coming).orderBy(asc(jobs.orderId));
		for (const { orderId } of found) await giveBack(tx, await lockOpenedJob(tx, orderId), workerId);
	});
}

/** The same for a job that was given while the worker went: of the two whichever comes second sees the other. Says whether it had to. */
export async function giveBackOfInactive(tx: TxCtx, job: JobRow, workerId: WorkerId): Promise<boolean> {
	const [known] = await tx.db.select().from(workers).where(eq(workers.workerId, workerId));
	if (known?.active !== false) return false;
	await giveBack(tx, job, workerId);
	return true;
}

/** It may have been begun, ended or given back until it was locked. */
async function giveBack(tx: TxCtx, job: JobRow, workerId: WorkerId): Promise<void> {
	if (job.state !== "scheduled" || job.workerId !== workerId || isTooLateToStaff(job, tx.clock.now())) return;
	await releaseJob(tx, job, await currentAssignment(tx, job), "");
}
