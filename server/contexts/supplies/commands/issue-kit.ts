import type { KitId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { suppliesRefusals } from "../contracts";
import { isOnShelf } from "../domain/kit";
import { demandWarehouse } from "./demand-warehouse";
import { lockKit } from "./lock-order";
import { doer, settleKit } from "./settle-kit";

/**
 * The worker has the kit, whatever was ticked off before: staff see what they hand over. A second press does nothing.
 */
export async function issueKit(ctx: Ctx, { kitId }: { kitId: KitId }): Promise<void> {
	demandWarehouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const { kit, order } = await lockKit(tx, kitId);
		if (kit.state === "issued") return;
		if (!isOnShelf(kit.state)) throw suppliesRefusals.because("not_on_shelf");
		await audit(tx, {
			action: "supplies.issue-kit",
			subject: `order:${kit.orderId}`,
			before: { state: kit.state },
			after: { assignment: kit.assignment, workerId: kit.workerId },
		});
		await settleKit(tx, kit, order, {
			issuedAt: tx.clock.now(),
			issuedBy: doer(tx),
			issuedRecordedAt: tx.clock.systemNow(),
		});
	});
}
