import { asc, eq, inArray } from "drizzle-orm";
import { deliveries, messages } from "@/db/schema/notifications";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { inBrief } from "./list-mailbox";

/** All messages about one order: who was told what, whether it was sent, and what the mail service said. */
export async function getOfficeOrder(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const rows = await ctx.db
		.select(inBrief)
		.from(messages)
		.where(eq(messages.orderId, orderId))
		.orderBy(asc(messages.id));
	const ids = rows.map(({ id }) => id);
	const attempts = await ctx.db
		.select({
			messageId: deliveries.messageId,
			outcome: deliveries.outcome,
			detail: deliveries.detail,
			at: deliveries.at,
		})
		.from(deliveries)
		.where(inArray(deliveries.messageId, ids))
		.orderBy(asc(deliveries.id));
	return {
		messages: rows.map((message) => ({
			...message,
			attempts: attempts.filter(({ messageId }) => messageId === message.id),
		})),
	};
}
