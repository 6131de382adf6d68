import { and, eq } from "drizzle-orm";
import { assignments, cookieOrders, kitItems, kits, serviceTypes, workers } from "@/db/schema/supplies";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { kitRequested } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { after, minutes } from "@/server/kernel/clock";
import { NotYet } from "@/server/kernel/errors";
import { type KitId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { demandHouse } from "./demand-house";
import { type Kit, lockOrderTold } from "./lock-order";
import { announceKit, doer, settleKit } from "./settle-kit";

type Assigned = EventData<typeof orderAssigned>;

/**
 * Asks the warehouse for the kit of an assignment, and writes down that the order's cookie is to be baked.
 * Once per assignment; nothing when the assignment or the order has ended already. Throws NotYet while the service type
 * or the worker is not known here.
 */
export async function requestKit(ctx: Ctx, assigned: Assigned): Promise<void> {
	demandHouse(ctx);
	await withTransaction(ctx, async (tx) => {
		const order = await lockOrderTold(tx, assigned.orderId);
		if (order.endedAt || (await isKnown(tx, assigned)) || (await isUnassigned(tx, assigned))) return;
		const contents = await contentsOf(tx, assigned);
		await demandWorker(tx, assigned);

		const kit = await insertKit(tx, assigned);
		await tx.db.insert(kitItems).values(contents.map((item, position) => ({ ...item, kitId: kit.id, position })));
		const { cookieGiveUpMinutes } = await policyInForce(tx, "operations");
		const giveUpAt = after(tx.clock.now(), minutes(cookieGiveUpMinutes));
		const { orderId, clientId, assignment, workerId } = assigned;
		await tx.db.insert(cookieOrders).values({ orderId, clientId, giveUpAt }).onConflictDoNothing();

		await audit(tx, {
			action: "supplies.request-kit",
			subject: `order:${orderId}`,
			after: { assignment, workerId, contents: contents.length },
		});
		const at = kit.changedAt.toISOString();
		await publish(tx, kitRequested, { orderId, workerId, assignment, by: doer(tx), at });
		await announceKit(tx, kit);
		await settleKit(tx, kit, order);
	});
}

async function isKnown(tx: TxCtx, { orderId, assignment }: Assigned): Promise<boolean> {
	const here = and(eq(kits.orderId, orderId), eq(kits.assignment, assignment));
	const [kit] = await tx.db.select({ id: kits.id }).from(kits).where(here);
	return kit !== undefined;
}

async function isUnassigned(tx: TxCtx, { orderId, assignment }: Assigned): Promise<boolean> {
	const here = and(eq(assignments.orderId, orderId), eq(assignments.assignment, assignment));
	const [told] = await tx.db.select().from(assignments).where(here);
	return Boolean(told?.unassignedAt);
}

async function contentsOf(tx: TxCtx, { serviceTypeId }: Assigned) {
	const [type] = await tx.db.select().from(serviceTypes).where(eq(serviceTypes.serviceTypeId, serviceTypeId));
	if (!type) throw new NotYet(`service type ${serviceTypeId} is not known to supplies`);
	return [
		...type.supplies.map(({ name, quantity }) => ({ kind: "supply" as const, name, quantity })),
		{ kind: "form" as const, name: null, quantity: 1 },
		{ kind: "cookie" as const, name: null, quantity: 1 },
	];
}

async function demandWorker(tx: TxCtx, { workerId }: Assigned): Promise<void> {
	const [worker] = await tx.db.select().from(workers).where(eq(workers.workerId, workerId));
	if (!worker) throw new NotYet(`worker ${workerId} is not known to supplies`);
}

async function insertKit(tx: TxCtx, assigned: Assigned): Promise<Kit> {
	const { orderId, assignment, orderNumber, clientId, workerId, serviceName, contact, place } = assigned;
	const now = tx.clock.now();
	const [kit] = await tx.db
		.insert(kits)
		.values({
			...{ id: newId<KitId>(), orderId, assignment, orderNumber, clientId, workerId, serviceName },
			contactName: contact.name,
			address: `${place.zoneName}, ${place.address}`,
			startsAt: new Date(assigned.startsAt),
			requestedAt: now,
			changedAt: now,
		})
		.returning();
	if (!kit) throw new Error(`no kit came of an insert for order ${orderId}`);
	return kit;
}
