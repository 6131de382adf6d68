import { and, asc, eq } from "drizzle-orm";
import { orders, ratings, serviceTypes, workers, zones } from "@/db/schema/ordering";
import { clientStanding } from "@/server/contexts/billing";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandClient } from "../domain/access";
import { hasEnded } from "../domain/order";
import {
	cancellationIsPending,
	cancellingRefused,
	mayBeOrderedAgain,
	mayBeRated,
	owedFor,
} from "../domain/order.policies";
import { listPriceOf } from "../domain/price-formula";
import { discounted } from "../domain/price-terms";

/** Everything a client may know of an own order: no score, no formula, nothing of other workers. */
export async function getOrder(ctx: Ctx, { orderId }: { orderId: OrderId }) {
	const clientId = demandClient(ctx.actor);
	const [row] = await ctx.db
		.select({ order: orders, icon: serviceTypes.icon, zoneName: zones.name, worker: workers, rating: ratings })
		.from(orders)
		.innerJoin(serviceTypes, eq(serviceTypes.id, orders.serviceTypeId))
		.innerJoin(zones, eq(zones.id, orders.zoneId))
		.leftJoin(workers, eq(workers.id, orders.workerId))
		.leftJoin(ratings, eq(ratings.orderId, orders.id))
		.where(and(eq(orders.id, orderId), eq(orders.clientId, clientId)));
	if (!row) throw commonRefusals.because("not_found");
	const { order, icon, zoneName, worker, rating } = row;
	return {
		orderId: order.id,
		number: order.number,
		state: order.state,
		service: { serviceTypeId: order.serviceTypeId, name: order.serviceName, icon },
		description: order.description,
		place: { zoneName, address: order.address, note: order.placeNote },
		contact: { name: order.contactName, phone: order.contactPhone },
		startsAt: order.startsAt,
		durationMinutes: order.durationMinutes,
		placedAt: order.placedAt,
		waiting: order.waitingReason !== null,
		price: await priceShown(ctx, order),
		worker: worker && {
			workerId: worker.id,
			name: worker.name,
			breed: worker.breed,
			coat: worker.coat,
			photoId: worker.photoId,
			strengths: worker.strengths.slice(0, 3),
		},
		ended: order.endedAt && { at: order.endedAt, reason: order.endingReason, owed: owedFor(order) },
		cancellation: {
			pending: cancellationIsPending(order),
			possible: !cancellationIsPending(order) && cancellingRefused(order.state, "client") === null,
			refused: order.cancellationRefused,
		},
		rating: rating && { stars: rating.stars, words: rating.words },
		mayRate: mayBeRated(order) && !rating,
		mayOrderAgain: mayBeOrderedAgain(order),
		...(await linked(ctx, order)),
	};
}

type Row = typeof orders.$inferSelect;

/** The fixed price, or what it will be about. An order that ended before it had one never gets one. */
async function priceShown(ctx: Ctx, order: Row) {
	if (order.listPrice !== null && order.price !== null && order.discountPercent !== null) {
		const { listPrice, discountPercent, price } = order;
		return { fixed: true, listPrice, discountPercent, price };
	}
	if (hasEnded(order.state)) return null;
	const { discountPercent } = await clientStanding(ctx, order.clientId);
	const listPrice = listPriceOf(order);
	return { fixed: false, listPrice, discountPercent, price: discounted(listPrice, discountPercent) };
}

/** The order that this one is a copy of, and the copies made of it. */
async function linked(ctx: Ctx, order: Row) {
	const link = { orderId: orders.id, number: orders.number };
	const [original] = order.copyOf ? await ctx.db.select(link).from(orders).where(eq(orders.id, order.copyOf)) : [];
	const copies = await ctx.db.select(link).from(orders).where(eq(orders.copyOf, order.id)).orderBy(asc(orders.number));
	return { copyOf: original ?? null, copies };
}
