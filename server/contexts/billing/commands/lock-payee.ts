import { eq } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import type { WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";

/**
 * The worker as one who is paid, under a lock: whoever changes what a worker is given, or where to, takes it before any other.
 * Null where identity has not told of the worker yet.
 */
export async function lockPayee(tx: TxCtx, workerId: WorkerId): Promise<typeof payees.$inferSelect | null> {
	const [payee] = await tx.db.select().from(payees).where(eq(payees.workerId, workerId)).for("update");
	return payee ?? null;
}
