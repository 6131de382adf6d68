import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { jobs } from "@/db/schema/execution";
import { attention, MOST_ATTENTION } from "@/server/kernel/attention";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const item = {
	...{ orderId: jobs.orderId, number: jobs.orderNumber, serviceName: jobs.serviceName },
	...{ startsAt: jobs.startsAt, overdueAt: jobs.overdueAt },
};

/** What execution wants a manager to see now: jobs whose time has come without a check-in, and overdue ones to decide. */
export async function getAttention(ctx: Ctx) {
	demandManager(ctx.actor);
	const late = await ctx.db
		.select(item)
		.from(jobs)
		.where(and(eq(jobs.state, "scheduled"), lte(jobs.startsAt, ctx.clock.now())))
		.orderBy(asc(jobs.startsAt))
		.limit(MOST_ATTENTION);
	const overdue = await ctx.db
		.select(item)
		.from(jobs)
		.where(and(eq(jobs.state, "started"), isNotNull(jobs.overdueAt)))
		.orderBy(asc(jobs.overdueAt))
		.limit(MOST_ATTENTION);
	return { late: attention(late), overdue: attention(overdue) };
}
