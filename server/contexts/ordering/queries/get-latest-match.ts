import { eq, max } from "drizzle-orm";
import { assignments } from "@/db/schema/ordering";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** The highest number of matching that an order has been assigned by; 0 when it has not been yet. */
export async function getLatestMatch(ctx: Ctx, orderId: OrderId): Promise<number> {
	const [row] = await ctx.db
		.select({ latest: max(assignments.match) })
		.from(assignments)
		.where(eq(assignments.orderId, orderId));
	return row?.latest ?? 0;
}
