import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { matchWaiting } from "@/server/events/catalog/matching";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { cancellationIsPending } from "../domain/order.policies";
import { getLatestMatch } from "../queries/get-latest-match";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

/**
 * Shows that nobody can take the order yet. Told of an order that has a worker meanwhile, of a match that was made since, or of
 * what it waited for before, it changes nothing.
 */
export async function noteWaiting(ctx: Ctx, waiting: EventData<typeof matchWaiting>): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, waiting.orderId);
		if (order.state !== "placed" || cancellationIsPending(order)) return;
		if (waiting.number <= order.waitingNumber || waiting.match <= (await getLatestMatch(tx, order.id))) return;
		const { reason: waitingReason, number: waitingNumber } = waiting;
		await tx.db.update(orders).set({ waitingReason, waitingNumber }).where(eq(orders.id, order.id));
		await announceOrder(tx, order);
	});
}
