import { desc, eq } from "drizzle-orm";
import { kits, orders } from "@/db/schema/supplies";
import { commonRefusals } from "@/server/kernel/errors";
import type { KitId, OrderId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";

export type KnownOrder = typeof orders.$inferSelect;
export type Kit = typeof kits.$inferSelect;

/** Locks what supplies knows of an order, or null: all facts about one order are taken in one after another. */
export async function lockOrder(tx: TxCtx, orderId: OrderId): Promise<KnownOrder | null> {
	const [order] = await tx.db.select().from(orders).where(eq(orders.orderId, orderId)).for("update");
	return order ?? null;
}

/** The same for an order that others tell of, perhaps for the first time. */
export async function lockOrderTold(tx: TxCtx, orderId: OrderId): Promise<KnownOrder> {
	await tx.db.insert(orders).values({ orderId }).onConflictDoNothing();
	const order = await lockOrder(tx, orderId);
	if (!order) throw new Error(`order ${orderId} is gone from under its lock`);
	return order;
}

/** Locks the order of a kit. Throws `common.not_found`. */
export async function lockKit(tx: TxCtx, kitId: KitId): Promise<{ kit: Kit; order: KnownOrder }> {
	const [named] = await tx.db.select({ orderId: kits.orderId }).from(kits).where(eq(kits.id, kitId));
	const order = named && (await lockOrder(tx, named.orderId));
	const [kit] = order ? await tx.db.select().from(kits).where(eq(kits.id, kitId)) : [];
	if (!order || !kit) throw commonRefusals.because("not_found");
	return { kit, order };
}

/** The kit that an order's cookie belongs into: the one of the newest assignment. A cookie is never asked for without a kit. */
export async function newestKit(tx: TxCtx, orderId: OrderId): Promise<Kit> {
	const [kit] = await tx.db
		.select()
		.from(kits)
		.where(eq(kits.orderId, orderId))
		.orderBy(desc(kits.assignment))
		.limit(1);
	if (!kit) throw new Error(`order ${orderId} has a cookie and no kit`);
	return kit;
}
