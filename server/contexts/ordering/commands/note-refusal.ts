import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { cancellationRefused } from "@/server/events/catalog/execution";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { hasEnded } from "../domain/order";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

type Refused = Pick<EventData<typeof cancellationRefused>, "orderId" | "why">;

/**
 * Execution would not cancel: the client is told why. A start refuses clients only, so a manager's request that has been made
 * since stays pending.
 */
export async function noteRefusal(ctx: Ctx, { orderId, why }: Refused): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		if (hasEnded(order.state) || order.cancellationRequestedBy === "manager") return;
		await tx.db
			.update(orders)
			.set({ cancellationRequestedAt: null, cancellationRequestedBy: null, cancellationRefused: why })
			.where(eq(orders.id, orderId));
		await announceOrder(tx, order);
	});
}
