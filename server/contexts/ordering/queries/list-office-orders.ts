import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders, workers } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import type { OrderCursor, officeOrdersInput } from "../contracts";
import { demandManager } from "../domain/access";

type Asked = z.output<typeof officeOrdersInput>;

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
	durationMinutes: orders.durationMinutes,
	zoneName: orders.zoneName,
	address: orders.address,
	price: orders.price,
	worker: { workerId: workers.id, name: workers.name },
};

/** The office's table of orders: filtered, searched, sorted, and as fast on the last page as on the first. */
export async function listOfficeOrders(ctx: Ctx, asked: Asked) {
	demandManager(ctx.actor);
	const towards = asked.order === "asc" ? asc : desc;
	const key = asked.sort === "start" ? [orders.startsAt, orders.number] : [orders.number];
	const rows = await ctx.db
		.select(columns)
		.from(orders)
		.leftJoin(workers, eq(workers.id, orders.workerId))
		.where(
			and(asked.state ? eq(orders.state, asked.state) : undefined, matching(asked.search), beyond(asked, asked.cursor)),
		)
		.orderBy(...key.map((column) => towards(column)))
		.limit(asked.limit + 1);
	const page = rows.slice(0, asked.limit);
	const last = page.at(-1);
	return {
		orders: page,
		nextCursor: rows.length > asked.limit && last ? { startsAt: last.startsAt, number: last.number } : null,
	};
}

function beyond({ sort, order }: Asked, cursor: OrderCursor | null | undefined): SQL | undefined {
	if (!cursor) return undefined;
	const further = sql.raw(order === "asc" ? ">" : "<");
	if (sort === "number") return sql`${orders.number} ${further} ${cursor.number}`;
	return sql`(${orders.startsAt}, ${orders.number}) ${further} (${cursor.startsAt.toISOString()}::timestamptz, ${cursor.number})`;
}

const MOST_DIGITS = 9;

/** An order's number, with or without a hash sign; else all of the words, each perhaps only begun. */
function matching(search: string | undefined): SQL | undefined {
	const number = /^#?\s*(\d+)$/.exec(search ?? "")?.[1];
	if (number && number.length <= MOST_DIGITS) return eq(orders.number, Number(number));
	const words = (search ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
	if (words.length === 0) return undefined;
	return sql`${orders.search} @@ to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(" & ")})`;
}
