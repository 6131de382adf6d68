import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders, serviceTypes, workers } from "@/db/schema/ordering";
import { owedFor } from "../domain/order.policies";

const columns = {
	orderId: orders.id,
	number: orders.number,
	state: orders.state,
	serviceTypeId: orders.serviceTypeId,
	serviceName: orders.serviceName,
	icon: serviceTypes.icon,
	startsAt: orders.startsAt,
	durationMinutes: orders.durationMinutes,
	price: orders.price,
	payable: orders.payable,
	clientPaysCompleted: orders.clientPaysCompleted,
	clientPaysCancelled: orders.clientPaysCancelled,
	clientPaysFailed: orders.clientPaysFailed,
	waitingReason: orders.waitingReason,
	endingReason: orders.endingReason,
	cancellationRequestedAt: orders.cancellationRequestedAt,
	copyOf: orders.copyOf,
	worker: {
		workerId: workers.id,
		name: workers.name,
		breed: workers.breed,
		coat: workers.coat,
		photoId: workers.photoId,
	},
};

/** Written out, so that PostgreSQL sees that its partial indexes fit. */
export const isLive = sql`${orders.state} not in ('completed', 'failed', 'cancelled')`;
export const isEnded = sql`${orders.state} in ('completed', 'failed', 'cancelled')`;

/** Orders with what their cards show. The caller's condition names the client. */
export const selectOrderCards = (db: Database) =>
	db
		.select(columns)
		.from(orders)
		.innerJoin(serviceTypes, eq(serviceTypes.id, orders.serviceTypeId))
		.leftJoin(workers, eq(workers.id, orders.workerId));

type Row = Awaited<ReturnType<typeof selectOrderCards>>[number];

/** An order as the cards of a client's lists show it. */
export const orderCard = (row: Row) => ({
	orderId: row.orderId,
	number: row.number,
	state: row.state,
	serviceTypeId: row.serviceTypeId,
	serviceName: row.serviceName,
	icon: row.icon,
	startsAt: row.startsAt,
	durationMinutes: row.durationMinutes,
	worker: row.worker,
	/** Fixed with the worker, or not yet. */
	price: row.price,
	owed: owedFor(row),
	/** Looking takes longer than usual; the reason is the house's own. */
	waiting: row.waitingReason !== null,
	endingReason: row.endingReason,
	cancelling: row.cancellationRequestedAt !== null,
	copyOf: row.copyOf,
});

export type OrderCard = ReturnType<typeof orderCard>;
