import { eq } from "drizzle-orm";
import type { z } from "zod";
import { orders } from "@/db/schema/ordering";
import { orderCancellationRequested } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { type cancelForOfficeInput, orderingRefusals, type requestCancellationInput } from "../contracts";
import { demandClient, demandManager } from "../domain/access";
import { cancellingRefused, costOfCancelling, requestIsCovered } from "../domain/order.policies";
import { announceOrder } from "./announce-order";
import { lockOrder, lockOwnOrder, type OrderRow } from "./lock-order";

/** A client asks to cancel, knowing the amount. Execution decides; until it has, nobody is assigned. */
export async function requestCancellation(ctx: Ctx, input: z.output<typeof requestCancellationInput>): Promise<void> {
	const clientId = demandClient(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOwnOrder(tx, clientId, input.orderId);
		if (requestIsCovered(order, "client")) return;
		const refused = cancellingRefused(order.state, "client");
		if (refused) throw orderingRefusals.because(refused);
		const cost = costOfCancelling(order);
		if (cost !== input.amount) throw orderingRefusals.because("amount_changed", { minor: cost.toString() });
		await request(tx, order, "client", "");
	});
}

/** A manager cancels for a reason, at any time before the end. */
export async function cancelForOffice(ctx: Ctx, input: z.output<typeof cancelForOfficeInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrder(tx, input.orderId);
		if (requestIsCovered(order, "manager")) return;
		const refused = cancellingRefused(order.state, "manager");
		if (refused) throw orderingRefusals.because(refused);
		await request(tx, order, "manager", input.reason);
	});
}

async function request(tx: TxCtx, order: OrderRow, by: "client" | "manager", reason: string): Promise<void> {
	await tx.db
		.update(orders)
		.set({
			cancellationRequestedAt: tx.clock.now(),
			cancellationRequestedBy: by,
			cancellationRefused: null,
			waitingReason: null,
		})
		.where(eq(orders.id, order.id));
	await audit(tx, {
		action: "ordering.request-cancellation",
		subject: `order:${order.id}`,
		after: { by, state: order.state, cost: costOfCancelling(order) },
		reason,
	});
	await publish(tx, orderCancellationRequested, { orderId: order.id, clientId: order.clientId, by, reason });
	await announceOrder(tx, order);
}
