import { and, eq } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { orderingRefusals } from "../contracts";
import { demandClient } from "../domain/access";
import { cancellingRefused, costOfCancelling } from "../domain/order.policies";

/** What cancelling costs at this moment: the amount that the confirmation must carry. */
export async function getCancellationQuote(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<{ amount: Money }> {
	const clientId = demandClient(ctx.actor);
	const [order] = await ctx.db
		.select()
		.from(orders)
		.where(and(eq(orders.id, orderId), eq(orders.clientId, clientId)));
	if (!order) throw commonRefusals.because("not_found");
	const refused = cancellingRefused(order.state, "client");
	if (refused) throw orderingRefusals.because(refused);
	return { amount: costOfCancelling(order) };
}
