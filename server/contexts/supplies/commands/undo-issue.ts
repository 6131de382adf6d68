import { and, eq } from "drizzle-orm";
import { assignments } from "@/db/schema/supplies";
import type { KitId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { suppliesRefusals } from "../contracts";
import { undoIsOpenFor } from "../domain/kit.policies";
import { demandWarehouse } from "./demand-warehouse";
import { type Kit, lockKit } from "./lock-order";
import { settleKit } from "./settle-kit";

/**
 * Takes "Issued" back: within seconds by the machine's clock, and not once the job is known to have started. A start that
 * crosses an undo is settled by execution's own lock: if it had heard of the undo, the start is refused there; if not, the
 * start reaches us and makes the kit issued again (see `recordStart`). Either way both end with the same.
 */
export async function undoIssue(ctx: Ctx, { kitId }: { kitId: KitId }): Promise<void> {
	demandWarehouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const { kit, order } = await lockKit(tx, kitId);
		if (kit.state !== "issued") throw suppliesRefusals.because("not_issued");
		const startedAt = await startOf(tx, kit);
		if (startedAt) throw suppliesRefusals.because("job_started");
		const { issueUndoSeconds } = await policyInForce(tx, "operations");
		if (undoIsOpenFor({ ...kit, startedAt }, issueUndoSeconds, tx.clock.systemNow()) === 0) {
			throw suppliesRefusals.because("undo_too_late", { seconds: issueUndoSeconds });
		}
		await audit(tx, {
			action: "supplies.undo-issue",
			subject: `order:${kit.orderId}`,
			before: { assignment: kit.assignment, issuedBy: kit.issuedBy },
		});
		await settleKit(tx, kit, order, { issuedAt: null, issuedBy: null, issuedRecordedAt: null });
	});
}

async function startOf(tx: TxCtx, { orderId, assignment }: Kit): Promise<Date | null> {
	const here = and(eq(assignments.orderId, orderId), eq(assignments.assignment, assignment));
	const [told] = await tx.db.select().from(assignments).where(here);
	return told?.startedAt ?? null;
}
