import { desc, eq, sql } from "drizzle-orm";
import { orders, ratings } from "@/db/schema/ordering";
import type { WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const LATEST = 5;

/** What clients said of a worker: stars by service type, and the latest words. */
export async function listWorkerRatings(ctx: Ctx, { workerId }: { workerId: WorkerId }) {
	demandManager(ctx.actor);
	const theirs = eq(ratings.workerId, workerId);
	const byType = await ctx.db
		.select({
			serviceTypeId: orders.serviceTypeId,
			count: sql<number>`count(*)::int`,
			stars: sql<number>`avg(${ratings.stars})::float8`,
		})
		.from(ratings)
		.innerJoin(orders, eq(orders.id, ratings.orderId))
		.where(theirs)
		.groupBy(orders.serviceTypeId);
	const latest = await ctx.db
		.select({
			...{ orderId: orders.id, number: orders.number, clientName: orders.clientName },
			...{ stars: ratings.stars, words: ratings.words, at: ratings.at },
		})
		.from(ratings)
		.innerJoin(orders, eq(orders.id, ratings.orderId))
		.where(theirs)
		.orderBy(desc(ratings.at))
		.limit(LATEST);
	return { byType, latest };
}
