import { and, asc, desc, eq, gte, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { orders } from "@/db/schema/ordering";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { demandClient } from "../domain/access";
import { isEnded, isLive, listOrderCards, type OrderCard } from "./list-order-cards";

const AHEAD = days(1);
const OFFERED_AGAIN = days(7);
const MOST = 200;

/**
 * What a client sees first: failed orders not placed again yet, what is going on now (under way, within a day,
 * or still looking for a worker), and what comes next.
 */
export async function getDashboard(ctx: Ctx) {
	const clientId = demandClient(ctx.actor);
	const now = ctx.clock.now();
	const copy = alias(orders, "copy");
	const live = await listOrderCards(ctx, {
		where: and(eq(orders.clientId, clientId), isLive),
		orderBy: [asc(orders.startsAt), asc(orders.number)],
		limit: MOST,
	});
	const failed = await listOrderCards(ctx, {
		where: and(
			eq(orders.clientId, clientId),
			isEnded,
			eq(orders.state, "failed"),
			gte(orders.startsAt, after(now, -OFFERED_AGAIN)),
			notExists(ctx.db.select({ one: sql`1` }).from(copy).where(eq(copy.copyOf, orders.id))),
		),
		orderBy: [desc(orders.startsAt), desc(orders.number)],
		limit: MOST,
	});
	const isNow = (card: OrderCard) => card.state !== "assigned" || card.startsAt <= after(now, AHEAD);
	return { failed, now: live.filter(isNow), next: live.filter((card) => !isNow(card)) };
}
