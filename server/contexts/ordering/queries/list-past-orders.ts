import { and, desc, eq, sql } from "drizzle-orm";
import { orders } from "@/db/schema/ordering";
import type { Ctx } from "@/server/platform/context";
import type { OrderCursor } from "../contracts";
import { demandClient } from "../domain/access";
import { isEnded, orderCard, selectOrderCards } from "./list-order-cards";

const PAGE = 20;

/** A client's ended orders, the latest first, page by page. */
export async function listPastOrders(ctx: Ctx, { cursor }: { cursor?: OrderCursor | null }) {
	const clientId = demandClient(ctx.actor);
	const beyond = cursor
		? sql`(${orders.startsAt}, ${orders.number}) < (${cursor.startsAt.toISOString()}::timestamptz, ${cursor.number})`
		: undefined;
	const rows = await selectOrderCards(ctx.db)
		.where(and(eq(orders.clientId, clientId), isEnded, beyond))
		.orderBy(desc(orders.startsAt), desc(orders.number))
		.limit(PAGE + 1);
	const page = rows.slice(0, PAGE).map(orderCard);
	const last = page.at(-1);
	return {
		orders: page,
		nextCursor: rows.length > PAGE && last ? { startsAt: last.startsAt, number: last.number } : null,
	};
}
