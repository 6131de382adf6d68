import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import { type Counted, counted, MOST_COUNTED, readPage } from "@/server/platform/paging";
import { officeOrdersList } from "../contracts";
import { demandManager } from "../domain/access";
import { type OfficeFilters, ordersLike } from "./find-office-orders";

const columns = {
	orderId: orders.id,
	number: orders.number,
	clientId: orders.clientId,
	clientName: orders.clientName,
	serviceName: orders.serviceName,
	state: orders.state,
	waitingReason: orders.waitingReason,
	cancellationRequestedAt: orders.cancellationRequestedAt,
	startsAt: orders.startsAt,
	placedAt: orders.placedAt,
	durationMinutes: orders.durationMinutes,
	zoneName: orders.zoneName,
	address: orders.address,
	price: orders.price,
	/** What the client owes when it is cancelled now; null as long as nobody was assigned. */
	clientPaysCancelled: orders.clientPaysCancelled,
	worker: { workerId: workers.id, name: workers.name },
};

const keys = { start: [orders.startsAt, orders.number], number: [orders.number] };

/** The office's table of orders: filtered, searched, sorted, and as fast on the last page as on the first. */
export async function listOfficeOrders(ctx: Ctx, asked: z.output<typeof officeOrdersList.input>) {
	demandManager(ctx.actor);
	const like = await ordersLike(ctx, asked);
	return readPage(officeOrdersList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...columns, key })
			.from(orders)
			.leftJoin(workers, eq(workers.id, orders.workerId))
			.where(and(like, where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

/** How many orders the filters leave. */
export async function countOfficeOrders(ctx: Ctx, filters: OfficeFilters): Promise<Counted> {
	demandManager(ctx.actor);
	const some = ctx.db
		.select({ one: sql`1`.as("one") })
		.from(orders)
		.where(await ordersLike(ctx, filters))
		.limit(MOST_COUNTED + 1)
		.as("some");
	const [row] = await ctx.db.select({ count: sql<number>`count(*)::integer` }).from(some);
	return counted(row?.count ?? 0);
}
