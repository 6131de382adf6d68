import { eq } from "drizzle-orm";
import { cookieOrders } from "@/db/schema/supplies";
import { cookieGivenUp } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { isAwaited } from "../domain/cookie";
import { demandHouse } from "./demand-house";
import { type KnownOrder, lockOrder, newestKit } from "./lock-order";
import { announceKit, settleKitsOf } from "./settle-kit";

/**
 * The cookie has not come in time: the kit goes without it. Does nothing when the cookie is here or the order has ended;
 * throws NotYet before the time.
 */
export async function giveUpCookie(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		const [cookie] = await tx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
		if (!order || order.endedAt || !cookie || !isAwaited(cookie.state)) return;
		if (tx.clock.now() < cookie.giveUpAt) throw new NotYet(`the cookie of order ${orderId} may still come`);
		await giveUp(tx, order, "it did not come in time");
	});
}

/** Stops waiting for a cookie that is awaited, under the order's lock. */
export async function giveUp(tx: TxCtx, order: KnownOrder, reason: string): Promise<void> {
	const { orderId } = order;
	const now = tx.clock.now();
	await tx.db.update(cookieOrders).set({ state: "given-up", gaveUpAt: now }).where(eq(cookieOrders.orderId, orderId));
	await audit(tx, { action: "supplies.give-up-cookie", subject: `order:${orderId}`, reason });
	const kit = await newestKit(tx, orderId);
	await publish(tx, cookieGivenUp, { orderId, assignment: kit.assignment, at: now.toISOString() });
	await announceKit(tx, kit);
	await settleKitsOf(tx, order);
}
