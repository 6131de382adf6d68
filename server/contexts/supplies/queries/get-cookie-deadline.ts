import { eq } from "drizzle-orm";
import { cookieOrders } from "@/db/schema/supplies";
import { NotYet } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** When the kit of an order stops waiting for its cookie, by business time. */
export async function getCookieDeadline(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<{ giveUpAt: string }> {
	const [cookie] = await ctx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
	if (!cookie) throw new NotYet(`no kit was requested for order ${orderId}`);
	return { giveUpAt: cookie.giveUpAt.toISOString() };
}
