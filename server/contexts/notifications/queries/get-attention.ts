import { and, desc, eq, gt } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { holds } from "@/server/kernel/actor";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import { after, days } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";

const NEWS_DAYS = 7;

/** What notifications wants a manager to see now: people who were not told, the latest first. */
export async function getAttention(ctx: Ctx) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const undelivered = await ctx.db
		.select({
			...{ messageId: messages.id, orderId: messages.orderId, subject: messages.subject },
			...{ recipientName: messages.recipientName, email: messages.email, createdAt: messages.createdAt },
		})
		.from(messages)
		.where(and(eq(messages.status, "failed"), gt(messages.createdAt, after(ctx.clock.now(), -days(NEWS_DAYS)))))
		.orderBy(desc(messages.createdAt))
		.limit(MOST_ATTENTION);
	return { undelivered: attention(undelivered) };
}
