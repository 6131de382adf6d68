import { and, eq, type SQL, type Subquery, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, countSearched, readPage, walkOrGather } from "@/server/platform/paging";
import { officeOrdersList } from "../contracts";
import { demandManager } from "../domain/access";
import { found, type OfficeFilters, ordersLike } from "./find-office-orders";

const columns = {
	orderId: found.id,
	number: found.number,
	clientId: found.clientId,
	clientName: found.clientName,
	serviceName: found.serviceName,
	state: found.state,
	waitingReason: found.waitingReason,
	cancellationRequestedAt: found.cancellationRequestedAt,
	startsAt: found.startsAt,
	placedAt: found.placedAt,
	durationMinutes: found.durationMinutes,
	zoneName: found.zoneName,
	address: found.address,
	price: found.price,
	/** What the client owes when it is cancelled now; null as long as nobody was assigned. */
	clientPaysCancelled: found.clientPaysCancelled,
	worker: { workerId: workers.id, name: workers.name },
};

const tables = { table: orders, alias: found };
const keys = { start: [found.startsAt, found.number], number: [found.number] };

/** The office's table of orders: filtered, searched, sorted, and as fast on the last page as on the first. */
export async function listOfficeOrders(ctx: Ctx, asked: z.output<typeof officeOrdersList.input>) {
	demandManager(ctx.actor);
	const { served, rest } = await ordersLike(ctx, asked, asked.sort);
	return readPage(officeOrdersList, asked, keys, ({ key, ...part }) => {
		const read = (source: Subquery | typeof found, where: SQL | undefined) =>
			ctx.db
				.select({ ...columns, key })
				.from(source)
				.leftJoin(workers, eq(workers.id, found.workerId))
				.where(where)
				.orderBy(...part.orderBy)
				.limit(part.limit);
		return rest ? walkOrGather(tables, part, { served, rest }, read) : read(found, and(served, part.where));
	});
}

/** How many orders the filters leave. */
export async function countOfficeOrders(ctx: Ctx, filters: OfficeFilters): Promise<Counted> {
	demandManager(ctx.actor);
	const { served, rest } = await ordersLike(ctx, filters, "start");
	if (!rest) return countRows(ctx, found, served);
	return countSearched(ctx, tables, { served, rest }, sql`${found.startsAt} desc, ${found.number} desc`);
}
