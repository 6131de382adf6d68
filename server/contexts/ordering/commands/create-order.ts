import { eq } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { orders, serviceTypes, zones } from "@/db/schema/ordering";
import { objectionTo } from "@/server/contexts/billing";
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

const serviceTypeById = prepared({ id: serviceTypes.id }, (db, { id }) =>
	db.select().from(serviceTypes).where(eq(serviceTypes.id, id)),
);
const zoneById = prepared({ id: zones.id }, (db, { id }) => db.select().from(zones).where(eq(zones.id, id)));

const { id, clientId, clientName, serviceTypeId, serviceName, durationMinutes, basePrice, description } = orders;
const { zoneId, zoneName, address, placeNote, contactName, contactPhone, startsAt, placedAt } = orders;
const { copyOf, excludeWorkerId } = orders;
const chore = { serviceTypeId, serviceName, durationMinutes, basePrice, description, startsAt };
const place = { zoneId, zoneName, address, placeNote, contactName, contactPhone };
const insertOrder = prepared(
	{ id, clientId, clientName, ...chore, ...place, placedAt, copyOf, excludeWorkerId },
	(db, order) => db.insert(orders).values(order).returning(),
);

/** Puts an order on the books, new or a copy: both keep the same rules and are told of by the same event. */
export async function createOrder(tx: TxCtx, wanted: NewOrder): Promise<{ orderId: OrderId; number: number }> {
	const now = tx.clock.now();
	if (!isPossibleStart(wanted.startsAt, now, await getStartRules(tx)))
		throw orderingRefusals.because("start_not_possible");
	const serviceType = await activeServiceType(tx, wanted.serviceTypeId);
	const zone = await servedZone(tx, wanted.place.zoneId);
	const objection = await objectionTo(tx, wanted.clientId);
	if (objection) throw orderingRefusals.because(objection === "overdue" ? "invoice_overdue" : "may_not_order");
	const account = await getAccountOfClient(tx, wanted.clientId);

	const [order] = await insertOrder(tx.db, {
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
	});
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
	const [found] = await serviceTypeById(tx.db, { id });
	if (!found?.active) throw orderingRefusals.because("service_type_retired");
	return found;
}

async function servedZone(tx: TxCtx, id: ZoneId) {
	const [found] = await zoneById(tx.db, { id });
	if (!found?.active) throw orderingRefusals.because("zone_not_served");
	return found;
}
