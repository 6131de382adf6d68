import { and, eq } from "drizzle-orm";
import { assignments, orders } from "@/db/schema/ordering";
import type { EventData } from "@/server/events/catalog/_define";
import type { jobReleased } from "@/server/events/catalog/execution";
import { orderUnassigned } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { stateAfter } from "../domain/order";
import { announceOrder } from "./announce-order";
import { lockOrder } from "./lock-order";

type Release = Pick<EventData<typeof jobReleased>, "orderId" | "workerId" | "assignment" | "reason" | "at">;

/** The worker gave the order back early enough: it looks for another and keeps its price. A release of an earlier assignment changes nothing. */
export async function unassignWorker(ctx: Ctx, released: Release): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, released.orderId);
		const state = stateAfter(order.state, "released");
		if (!state || released.assignment !== order.assignment) return;
		await tx.db.update(orders).set({ state, workerId: null }).where(eq(orders.id, order.id));
		await tx.db
			.update(assignments)
			.set({ endedAt: new Date(released.at), endedReason: "released" })
			.where(and(eq(assignments.orderId, order.id), eq(assignments.number, released.assignment)));
		await audit(tx, {
			action: "ordering.unassign",
			subject: `order:${order.id}`,
			before: { workerId: released.workerId, assignment: released.assignment },
			reason: released.reason,
		});
		await publish(tx, orderUnassigned, {
			orderId: order.id,
			clientId: order.clientId,
			workerId: released.workerId,
			assignment: released.assignment,
			reason: released.reason,
		});
		await announceOrder(tx, order);
	});
}
