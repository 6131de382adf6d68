import type { z } from "zod";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import type { placeOrderInput } from "../contracts";
import { demandClient } from "../domain/access";
import { createOrder } from "./create-order";

/** A client asks for a chore at one of the possible times. Looking for a worker begins with the commit. */
export async function placeOrder(
	ctx: Ctx,
	input: z.output<typeof placeOrderInput>,
): Promise<{ orderId: OrderId; number: number }> {
	const clientId = demandClient(ctx.actor);
	const clientName = ctx.actor.kind === "person" ? ctx.actor.name : "";
	const { idempotencyKey, ...wanted } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "ordering.place", key: idempotencyKey, input: wanted }, () =>
			createOrder(tx, { ...wanted, clientId, clientName, copyOf: null, excludeWorkerId: null }),
		),
	);
}
