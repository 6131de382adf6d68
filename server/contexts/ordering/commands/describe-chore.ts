import type { OrderRow } from "./lock-order";

/** An order as events tell of it: what, where, when, for whom. */
export const describeChore = (order: OrderRow) => ({
	orderId: order.id,
	orderNumber: order.number,
	clientId: order.clientId,
	serviceTypeId: order.serviceTypeId,
	serviceName: order.serviceName,
	description: order.description,
	place: { zoneId: order.zoneId, zoneName: order.zoneName, address: order.address, note: order.placeNote },
	contact: { name: order.contactName, phone: order.contactPhone },
	startsAt: order.startsAt.toISOString(),
	durationMinutes: order.durationMinutes,
});
