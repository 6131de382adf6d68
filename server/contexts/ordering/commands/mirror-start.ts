import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { jobStarted } from "@/server/events/catalog/execution";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { stateAfter } from "../domain/order";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

type Started = Pick<EventData<typeof jobStarted>, "orderId" | "assignment">;

/** The worker has begun. Told of an earlier assignment, or after the end, it changes nothing. */
export async function mirrorStart(ctx: Ctx, { orderId, assignment }: Started): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, orderId);
		const state = stateAfter(order.state, "started");
		if (!state || assignment !== order.assignment) return;
		await tx.db.update(orders).set({ state }).where(eq(orders.id, orderId));
		await announceOrder(tx, order);
	});
}
