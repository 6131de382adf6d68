import type { KitId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { suppliesRefusals } from "../contracts";
import { demandWarehouse } from "./demand-warehouse";
import { lockKit } from "./lock-order";
import { doer, settleKit } from "./settle-kit";

/** The worker has brought back the kit of a job that did not come to pass. A second press does nothing. */
export async function takeBackKit(ctx: Ctx, { kitId }: { kitId: KitId }): Promise<void> {
	demandWarehouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const { kit, order } = await lockKit(tx, kitId);
		if (kit.broughtBackAt) return;
		if (!kit.returnDue) throw suppliesRefusals.because("not_to_be_returned");
		await audit(tx, {
			action: "supplies.take-back-kit",
			subject: `order:${kit.orderId}`,
			after: { assignment: kit.assignment, workerId: kit.workerId },
		});
		await settleKit(tx, kit, order, { broughtBackAt: tx.clock.now(), broughtBackBy: doer(tx) });
	});
}
