import { count } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import type { OrderState } from "../contracts";

/** How many orders there are in each state: a figure for the installation's metrics, about nobody. */
export async function getOrderCounts(ctx: Ctx): Promise<{ state: OrderState; orders: number }[]> {
	return ctx.db.select({ state: orders.state, orders: count() }).from(orders).groupBy(orders.state);
}
