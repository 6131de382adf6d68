import { and, desc, isNotNull, sql } from "drizzle-orm";
import { demands } from "@/db/schema/matching";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const SHOWN = 50;

/** Orders to try a chain on, the latest start first; with a search those whose number begins so. */
export async function listTriableOrders(ctx: Ctx, { search }: { search: string }) {
	demandManager(ctx.actor);
	return ctx.db
		.select({
			orderId: demands.order,
			orderNumber: demands.number,
			startsAt: demands.startsAt,
			state: demands.state,
			serviceTypeId: demands.type,
		})
		.from(demands)
		.where(and(isNotNull(demands.startsAt), search ? sql`${demands.number}::text like ${`${search}%`}` : undefined))
		.orderBy(desc(demands.startsAt), desc(demands.order))
		.limit(SHOWN);
}
