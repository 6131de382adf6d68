import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId, OrderId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";

export type OrderRow = typeof orders.$inferSelect;

/** An order for change: others wait until this transaction ends. Refused when there is none. */
export async function lockOrder(tx: TxCtx, orderId: OrderId): Promise<OrderRow> {
	const [order] = await tx.db.select().from(orders).where(eq(orders.id, orderId)).for("update");
	if (!order) throw commonRefusals.because("not_found");
	return order;
}

/** The same for a client: a stranger's order is as unknown as none. */
export async function lockOwnOrder(tx: TxCtx, clientId: ClientId, orderId: OrderId): Promise<OrderRow> {
	const order = await lockOrder(tx, orderId);
	if (order.clientId !== clientId) throw commonRefusals.because("not_found");
	return order;
}
