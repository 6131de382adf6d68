import type { z } from "zod";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { type orderAgainInput, orderingRefusals } from "../contracts";
import { demandClient } from "../domain/access";
import { mayBeOrderedAgain } from "../domain/order.policies";
import { createOrder } from "./create-order";
import { lockOwnOrder } from "./lock-order";

/**
 * R-130..132. A copy of an own order that has ended, for a new time chosen by hand. It is matched and priced anew; whoever
 * failed the first one is not sent again.
 */
export async function orderAgain(
	ctx: Ctx,
	input: z.output<typeof orderAgainInput>,
): Promise<{ orderId: OrderId; number: number }> {
	const clientId = demandClient(ctx.actor);
	const { idempotencyKey, ...asked } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "ordering.order-again", key: idempotencyKey, input: asked }, async () => {
			const original = await lockOwnOrder(tx, clientId, asked.orderId);
			if (!mayBeOrderedAgain(original)) throw orderingRefusals.because("not_ended_yet");
			return createOrder(tx, {
				clientId,
				clientName: original.clientName,
				serviceTypeId: original.serviceTypeId,
				description: original.description,
				place: { zoneId: original.zoneId, address: original.address, note: original.placeNote },
				contact: { name: original.contactName, phone: original.contactPhone },
				startsAt: asked.startsAt,
				copyOf: original.id,
				excludeWorkerId: original.state === "failed" ? original.workerId : null,
			});
		}),
	);
}
