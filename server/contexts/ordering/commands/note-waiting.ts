import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { matchWaiting } from "@/server/events/catalog/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { cancellationIsPending } from "../domain/order.policies";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

type Waiting = Pick<EventData<typeof matchWaiting>, "orderId" | "reason">;

/** Shows that nobody can take the order yet. Told of an order that has a worker meanwhile, it changes nothing. */
export async function noteWaiting(ctx: Ctx, { orderId, reason }: Waiting): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		if (order.state !== "placed" || order.waitingReason === reason || cancellationIsPending(order)) return;
		await tx.db.update(orders).set({ waitingReason: reason }).where(eq(orders.id, orderId));
		await announceOrder(tx, order);
	});
}
