import { and, eq } from "drizzle-orm";
import { orders, serviceTypes, zones } from "@/db/schema/ordering";
import { clientStanding } from "@/server/contexts/billing";
import { getAccountOfClient } from "@/server/contexts/identity";
import { orderPlaced } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import {
	type ClientId,
	newId,
	type OrderId,
	type ServiceTypeId,
	type WorkerId,
	type ZoneId,
} from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { orderingRefusals } from "../contracts";
import { isPossibleStart } from "../domain/start-times";
import { getStartRules } from "../queries/get-start-rules";
import { announceOrder } from "./announce-order";
import { describeChore } from "./describe-chore";

type NewOrder = {
	clientId: ClientId;
	clientName: string;
	serviceTypeId: ServiceTypeId;
	description: string;
	place: { zoneId: ZoneId; address: string; note: string };
	contact: { name: string; phone: string };
	startsAt: Date;
	copyOf: OrderId | null;
	excludeWorkerId: WorkerId | null;
};

/** Puts an order on the books, new or a copy: both keep the same rules and are told of by the same event. */
export async function createOrder(tx: TxCtx, wanted: NewOrder): Promise<{ orderId: OrderId; number: number }> {
	const now = tx.clock.now();
	if (!isPossibleStart(wanted.startsAt, now, await getStartRules(tx)))
		throw orderingRefusals.because("start_not_possible");
	const serviceType = await activeServiceType(tx, wanted.serviceTypeId);
	const zone = await servedZone(tx, wanted.place.zoneId);
	const standing = await clientStanding(tx, wanted.clientId);
	if (!standing.mayOrder) throw orderingRefusals.because("may_not_order");
	const account = await getAccountOfClient(tx, wanted.clientId);

	const [order] = await tx.db
		.insert(orders)
		.values({
			id: newId(),
			clientId: wanted.clientId,
			clientName: wanted.clientName,
			serviceTypeId: serviceType.id,
			serviceName: serviceType.name,
			durationMinutes: serviceType.durationMinutes,
			basePrice: serviceType.basePrice,
			description: wanted.description,
			zoneId: zone.id,
			zoneName: zone.name[account?.locale ?? "en"],
			address: wanted.place.address,
			placeNote: wanted.place.note,
			contactName: wanted.contact.name,
			contactPhone: wanted.contact.phone,
			startsAt: wanted.startsAt,
			placedAt: now,
			copyOf: wanted.copyOf,
			excludeWorkerId: wanted.excludeWorkerId,
		})
		.returning();
	if (!order) throw new Error("the order was not written");

	await audit(tx, {
		action: wanted.copyOf ? "ordering.order-again" : "ordering.place",
		subject: `order:${order.id}`,
		after: { number: order.number, startsAt: order.startsAt, serviceTypeId: order.serviceTypeId, copyOf: order.copyOf },
	});
	await publish(tx, orderPlaced, {
		...describeChore(order),
		copyOf: order.copyOf,
		excludeWorkerId: order.excludeWorkerId,
	});
	await announceOrder(tx, order);
	return { orderId: order.id, number: order.number };
}

async function activeServiceType(tx: TxCtx, id: ServiceTypeId) {
	const [found] = await tx.db
		.select()
		.from(serviceTypes)
		.where(and(eq(serviceTypes.id, id), eq(serviceTypes.active, true)));
	if (!found) throw orderingRefusals.because("service_type_retired");
	return found;
}

async function servedZone(tx: TxCtx, id: ZoneId) {
	const [found] = await tx.db
		.select()
		.from(zones)
		.where(and(eq(zones.id, id), eq(zones.active, true)));
	if (!found) throw orderingRefusals.because("zone_not_served");
	return found;
}
