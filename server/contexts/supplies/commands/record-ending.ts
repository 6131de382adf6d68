import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/supplies";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandHouse } from "./demand-house";
import { lockOrderTold } from "./lock-order";
import { settleKitsOf } from "./settle-kit";

type Ending = {
	orderId: OrderId;
	assignment: number | null;
	/** Whether this ending, or the one that it corrects, says that the job was done. */
	completed: boolean;
};

/**
 * The order has ended: what lies on the shelf goes back, what was handed out is used up or is to be brought back. What was
 * once completed stays used up, whatever a correction makes of the job.
 */
export async function recordEnding(ctx: Ctx, { orderId, assignment, completed }: Ending): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const known = await lockOrderTold(tx, orderId);
		const [order] = await tx.db
			.update(orders)
			.set({
				endedAt: known.endedAt ?? tx.clock.now(),
				completedAssignment: known.completedAssignment ?? (completed ? assignment : null),
			})
			.where(eq(orders.orderId, orderId))
			.returning();
		if (order) await settleKitsOf(tx, order);
	});
}
