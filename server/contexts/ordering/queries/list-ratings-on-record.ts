import { asc, gt } from "drizzle-orm";
import { ratings } from "@/db/schema/ordering";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

const PAGE = 2000;

/** What clients said, the next behind an order: what copies are held against. For the house itself. */
export async function listRatingsOnRecord(
	ctx: Ctx,
	behind: OrderId | null,
): Promise<{ orderId: OrderId; workerId: WorkerId; stars: number }[]> {
	if (ctx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
	return ctx.db
		.select({ orderId: ratings.orderId, workerId: ratings.workerId, stars: ratings.stars })
		.from(ratings)
		.where(behind ? gt(ratings.orderId, behind) : undefined)
		.orderBy(asc(ratings.orderId))
		.limit(PAGE);
}
