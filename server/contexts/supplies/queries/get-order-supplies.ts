import { asc, eq, inArray } from "drizzle-orm";
import { cookieOrders, kitItems, kits, workers } from "@/db/schema/supplies";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";

/** All that supplies knows of one order, for the office. An order that the warehouse never heard of has no kits. */
export async function getOrderSupplies(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const found = await ctx.db
		.select({ kit: kits, workerName: workers.name })
		.from(kits)
		.innerJoin(workers, eq(workers.workerId, kits.workerId))
		.where(eq(kits.orderId, orderId))
		.orderBy(asc(kits.assignment));
	const ids = found.map(({ kit }) => kit.id);
	const items = await ctx.db
		.select()
		.from(kitItems)
		.where(inArray(kitItems.kitId, ids))
		.orderBy(asc(kitItems.position));
	const [cookie] = await ctx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
	return {
		kits: found.map(({ kit, workerName }) => ({
			kitId: kit.id,
			assignment: kit.assignment,
			workerId: kit.workerId,
			workerName,
			state: kit.state,
			returnDue: kit.returnDue,
			requestedAt: kit.requestedAt,
			issuedAt: kit.issuedAt,
			issuedBy: kit.issuedBy,
			broughtBackAt: kit.broughtBackAt,
			broughtBackBy: kit.broughtBackBy,
			items: items
				.filter((item) => item.kitId === kit.id)
				.map(({ position, kind, name, quantity, tickedAt, tickedBy }) => ({
					...{ position, kind, name, quantity, tickedAt, tickedBy },
				})),
		})),
		cookie: cookie
			? {
					state: cookie.state,
					reference: cookie.reference,
					orderedAt: cookie.orderedAt,
					expectedAt: cookie.expectedAt,
					arrivedAt: cookie.arrivedAt,
					giveUpAt: cookie.giveUpAt,
					gaveUpAt: cookie.gaveUpAt,
					trouble: cookie.trouble,
				}
			: null,
	};
}
