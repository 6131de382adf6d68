import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { cookieOrders, kits, workers } from "@/db/schema/supplies";
import { holds } from "@/server/kernel/actor";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import { after, hours, minutes } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";

/** So long a cookie that was given up is worth a word with the contractor. */
const NEWS_HOURS = 24;

const item = { orderId: kits.orderId, number: kits.orderNumber, startsAt: kits.startsAt, workerName: workers.name };

/** What supplies wants a manager to see now: kits that should be in their workers' paws, and cookies that never came. */
export async function getAttention(ctx: Ctx) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const now = ctx.clock.now();
	const { kitDueMinutes } = await policyInForce(ctx, "operations");
	const lateKits = await ctx.db
		.select(item)
		.from(kits)
		.innerJoin(workers, eq(workers.workerId, kits.workerId))
		.where(
			and(
				inArray(kits.state, ["requested", "assembling", "ready"]),
				lte(kits.startsAt, after(now, minutes(kitDueMinutes))),
			),
		)
		.orderBy(asc(kits.startsAt))
		.limit(MOST_ATTENTION);
	const givenUp = await ctx.db
		.select({ orderId: cookieOrders.orderId, gaveUpAt: cookieOrders.gaveUpAt, trouble: cookieOrders.trouble })
		.from(cookieOrders)
		.where(and(eq(cookieOrders.state, "given-up"), gt(cookieOrders.gaveUpAt, after(now, -hours(NEWS_HOURS)))))
		.orderBy(desc(cookieOrders.gaveUpAt))
		.limit(MOST_ATTENTION);
	const cookies = attention(givenUp);
	return { lateKits: attention(lateKits), cookies: { ...cookies, items: await numbered(ctx, cookies.items) } };
}

/** With what people call each order by, which the kits know. */
async function numbered<Cookie extends { orderId: (typeof kits.$inferSelect)["orderId"] }>(ctx: Ctx, found: Cookie[]) {
	const rows = await ctx.db
		.selectDistinct({ orderId: kits.orderId, number: kits.orderNumber })
		.from(kits)
		.where(
			inArray(
				kits.orderId,
				found.map(({ orderId }) => orderId),
			),
		);
	return found.map((cookie) => ({
		...cookie,
		number: rows.find(({ orderId }) => orderId === cookie.orderId)?.number ?? null,
	}));
}
