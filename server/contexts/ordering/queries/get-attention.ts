import { and, asc, eq, isNotNull } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

/** What ordering wants a manager to see now: the orders for which nobody was found, the next to start first. */
export async function getAttention(ctx: Ctx) {
	demandManager(ctx.actor);
	const waiting = await ctx.db
		.select({
			...{ orderId: orders.id, number: orders.number, serviceName: orders.serviceName },
			...{ clientName: orders.clientName, startsAt: orders.startsAt, reason: orders.waitingReason },
		})
		.from(orders)
		.where(and(eq(orders.state, "placed"), isNotNull(orders.waitingReason)))
		.orderBy(asc(orders.startsAt), asc(orders.number))
		.limit(MOST_ATTENTION);
	return { waiting: attention(waiting) };
}
