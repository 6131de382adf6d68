import { asc, eq } from "drizzle-orm";
import { assignments, orders, ratings, serviceTypes, workers } from "@/db/schema/ordering";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { cancellingRefused } from "../domain/order.policies";

/** All that ordering knows of one order, for the office. */
export async function getOfficeOrder(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	demandManager(ctx.actor);
	const [row] = await ctx.db
		.select({ order: orders, icon: serviceTypes.icon, worker: workers, rating: ratings })
		.from(orders)
		.innerJoin(serviceTypes, eq(serviceTypes.id, orders.serviceTypeId))
		.leftJoin(workers, eq(workers.id, orders.workerId))
		.leftJoin(ratings, eq(ratings.orderId, orders.id))
		.where(eq(orders.id, orderId));
	if (!row) throw commonRefusals.because("not_found");
	const { search: _search, ...order } = row.order;
	const link = { orderId: orders.id, number: orders.number };
	const [original] = order.copyOf ? await ctx.db.select(link).from(orders).where(eq(orders.id, order.copyOf)) : [];
	return {
		...order,
		icon: row.icon,
		workerName: row.worker?.name ?? null,
		worker: row.worker && { breed: row.worker.breed, coat: row.worker.coat, photoId: row.worker.photoId },
		rating: row.rating && { stars: row.rating.stars, words: row.rating.words, at: row.rating.at },
		mayCancel: cancellingRefused(order.state, "manager") === null && order.cancellationRequestedBy !== "manager",
		original: original ?? null,
		copies: await ctx.db.select(link).from(orders).where(eq(orders.copyOf, order.id)).orderBy(asc(orders.number)),
		assignments: await ctx.db
			.select({
				number: assignments.number,
				match: assignments.match,
				workerId: assignments.workerId,
				workerName: workers.name,
				price: assignments.price,
				assignedAt: assignments.assignedAt,
				endedAt: assignments.endedAt,
				endedReason: assignments.endedReason,
			})
			.from(assignments)
			.leftJoin(workers, eq(workers.id, assignments.workerId))
			.where(eq(assignments.orderId, orderId))
			.orderBy(asc(assignments.number)),
	};
}
