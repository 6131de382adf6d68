import { sql } from "drizzle-orm";
import type { WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";

/** Who gives a worker a job and who takes the worker's days off come one after the other. Taken before any job is locked. */
export async function lockCalendar(tx: TxCtx, workerId: WorkerId): Promise<void> {
	await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`execution.calendar:${workerId}`}))`);
}
