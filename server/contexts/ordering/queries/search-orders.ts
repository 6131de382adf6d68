import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import type { searchOrdersInput } from "../contracts";
import { demandManager } from "../domain/access";
import { ordersLike } from "./find-office-orders";

/** The few newest orders that a number or words, each perhaps only begun, find: for the command palette. */
export async function searchOrders(ctx: Ctx, { search, limit }: z.output<typeof searchOrdersInput>) {
	demandManager(ctx.actor);
	const found = await ordersLike(ctx, { search });
	if (!found) return [];
	return ctx.db
		.select({
			...{ orderId: orders.id, number: orders.number, state: orders.state, startsAt: orders.startsAt },
			...{ serviceName: orders.serviceName, clientName: orders.clientName, workerName: workers.name },
		})
		.from(orders)
		.leftJoin(workers, eq(workers.id, orders.workerId))
		.where(found)
		.orderBy(desc(orders.number))
		.limit(limit);
}
