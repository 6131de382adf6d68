import type { z } from "zod";
import { Refusal } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { cancelOrdersInput } from "../contracts";
import { demandManager } from "../domain/access";
import { cancelForOffice } from "./request-cancellation";

type Result = { orderId: OrderId; refusal: string | null };

/** A manager cancels many orders for one reason. Each is decided by itself: what can't be done to one stops no other. */
export async function cancelOrders(
	ctx: Ctx,
	{ orderIds, reason }: z.output<typeof cancelOrdersInput>,
): Promise<Result[]> {
	demandManager(ctx.actor);
	const results: Result[] = [];
	for (const orderId of orderIds) {
		try {
			await cancelForOffice(ctx, { orderId, reason });
			results.push({ orderId, refusal: null });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			results.push({ orderId, refusal: error.code });
		}
	}
	return results;
}
