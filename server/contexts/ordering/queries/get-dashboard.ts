import { and, asc, desc, eq, gte, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { prepared } from "@/db/prepared";
import { orders } from "@/db/schema/ordering";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { demandClient } from "../domain/access";
import { isEnded, isLive, type OrderCard, orderCard, selectOrderCards } from "./list-order-cards";

const AHEAD = days(1);
const OFFERED_AGAIN = days(7);
const MOST = 200;

const liveOrders = prepared({ clientId: orders.clientId }, (db, { clientId }) =>
	selectOrderCards(db)
		.where(and(eq(orders.clientId, clientId), isLive))
		.orderBy(asc(orders.startsAt), asc(orders.number))
		.limit(MOST),
);

const copy = alias(orders, "copy");

const failedOrders = prepared({ clientId: orders.clientId, since: orders.startsAt }, (db, { clientId, since }) =>
	selectOrderCards(db)
		.where(
			and(
				eq(orders.clientId, clientId),
				isEnded,
				eq(orders.state, "failed"),
				gte(orders.startsAt, since),
				notExists(db.select({ one: sql`1` }).from(copy).where(eq(copy.copyOf, orders.id))),
			),
		)
		.orderBy(desc(orders.startsAt), desc(orders.number))
		.limit(MOST),
);

/**
 * What a client sees first: failed orders not placed again yet, what is going on now (under way, within a day,
 * or still looking for a worker), and what comes next.
 */
export async function getDashboard(ctx: Ctx) {
	const clientId = demandClient(ctx.actor);
	const now = ctx.clock.now();
	const live = (await liveOrders(ctx.db, { clientId })).map(orderCard);
	const failed = (await failedOrders(ctx.db, { clientId, since: after(now, -OFFERED_AGAIN) })).map(orderCard);
	const isNow = (card: OrderCard) => card.state !== "assigned" || card.startsAt <= after(now, AHEAD);
	return { failed, now: live.filter(isNow), next: live.filter((card) => !isNow(card)) };
}
