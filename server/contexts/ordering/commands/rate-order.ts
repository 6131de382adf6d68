import type { z } from "zod";
import { ratings } from "@/db/schema/ordering";
import { orderRated } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { orderingRefusals, type rateOrderInput } from "../contracts";
import { demandClient } from "../domain/access";
import { mayBeRated } from "../domain/order.policies";
import { announceOrder } from "./announce-order";
import { lockOwnOrder } from "./lock-order";

/** A client says, once, how an own completed order went. */
export async function rateOrder(ctx: Ctx, input: z.output<typeof rateOrderInput>): Promise<void> {
	const clientId = demandClient(ctx.actor);
	const { idempotencyKey, ...rating } = input;
	await withTransaction(ctx, (tx) =>
		once(tx, { command: "ordering.rate", key: idempotencyKey, input: rating }, async () => {
			const order = await lockOwnOrder(tx, clientId, rating.orderId);
			if (!mayBeRated(order) || !order.workerId) throw orderingRefusals.because("not_completed");
			const given = { orderId: order.id, workerId: order.workerId, stars: rating.stars, words: rating.words };
			const [written] = await tx.db
				.insert(ratings)
				.values({ ...given, at: tx.clock.now() })
				.onConflictDoNothing()
				.returning();
			if (!written) throw orderingRefusals.because("already_rated");
			await audit(tx, { action: "ordering.rate", subject: `order:${order.id}`, after: { stars: rating.stars } });
			await publish(tx, orderRated, { ...given, clientId });
			await announceOrder(tx, order);
			return { orderId: order.id };
		}),
	);
}
