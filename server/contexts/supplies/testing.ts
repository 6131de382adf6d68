import { and, eq, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/events";
import { auditEntries } from "@/db/schema/platform";
import { cookieOrders, kitItems, kits } from "@/db/schema/supplies";
import type { EventData } from "@/server/events/catalog/_define";
import type { workerChanged } from "@/server/events/catalog/hiring";
import type { orderAssigned, serviceTypeChanged } from "@/server/events/catalog/ordering";
import { type ClientId, type KitId, newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { keepServiceType } from "./commands/keep-service-type";
import { keepWorker } from "./commands/keep-worker";
import { requestKit } from "./commands/request-kit";

type ServiceType = EventData<typeof serviceTypeChanged>;
type Worker = EventData<typeof workerChanged>;
type Assigned = EventData<typeof orderAssigned>;

/** With two supplies; form and cookie come on top. */
export const aServiceType = (given: Partial<ServiceType> = {}): ServiceType => ({
	serviceTypeId: newId(),
	version: 1,
	name: { en: "Sofa scratching", ru: "Царапание дивана" },
	icon: "sofa",
	durationMinutes: 60,
	supplies: [
		{ name: { en: "Claw sheaths", ru: "Чехлы для когтей" }, quantity: 2 },
		{ name: { en: "Lint roller", ru: "Ролик от шерсти" }, quantity: 1 },
	],
	active: true,
	...given,
});

export const aWorker = (given: Partial<Worker> = {}): Worker => ({
	workerId: newId<WorkerId>(),
	version: 1,
	name: "Barsik",
	email: `${newId()}@cats.example`,
	phone: "+79990001133",
	locale: "ru",
	age: 3,
	breed: "siberian",
	coat: "red",
	photoId: null,
	strengths: [],
	weaknesses: [],
	active: true,
	...given,
});

let orders = 0;

export function anAssignment(given: Partial<Assigned> & Pick<Assigned, "serviceTypeId" | "workerId">): Assigned {
	const hundred = toWire(money(10_000));
	orders += 1;
	return {
		orderId: newId<OrderId>(),
		orderNumber: orders,
		clientId: newId<ClientId>(),
		serviceName: { en: "Sofa scratching", ru: "Царапание дивана" },
		description: "The left armrest, please",
		place: { zoneId: newId(), zoneName: "Riverside", address: "Cat street 9", note: "" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: "2026-12-01T10:00:00.000Z",
		durationMinutes: 60,
		assignment: 1,
		listPrice: hundred,
		discountPercent: 0,
		price: hundred,
		workerShare: toWire(money(6_000)),
		workerPenalty: toWire(money(4_000)),
		clientPays: { completed: hundred, cancelled: hundred, failed: hundred },
		moneyPolicyVersion: 1,
		priceFormulaVersion: 1,
		...given,
	};
}

/** A kit as the warehouse first sees it, with the service type and the worker that it needs. */
export async function aRequestedKit(ctx: Ctx, given: Partial<Assigned> = {}) {
	const [type, worker] = [aServiceType(), aWorker()];
	await keepServiceType(ctx, type);
	await keepWorker(ctx, worker);
	const assigned = anAssignment({ serviceTypeId: type.serviceTypeId, workerId: worker.workerId, ...given });
	await requestKit(ctx, assigned);
	const kit = await kitOf(ctx, assigned);
	if (!kit) throw new Error("the kit was not requested");
	return { kitId: kit.id, orderId: assigned.orderId, clientId: assigned.clientId, assigned, worker };
}

export async function kitOf(ctx: Ctx, { orderId, assignment }: { orderId: OrderId; assignment: number }) {
	const here = and(eq(kits.orderId, orderId), eq(kits.assignment, assignment));
	const [kit] = await ctx.db.select().from(kits).where(here);
	return kit;
}

export async function cookieOf(ctx: Ctx, orderId: OrderId) {
	const [cookie] = await ctx.db.select().from(cookieOrders).where(eq(cookieOrders.orderId, orderId));
	return cookie;
}

export const itemsOf = (ctx: Ctx, kitId: KitId) =>
	ctx.db.select().from(kitItems).where(eq(kitItems.kitId, kitId)).orderBy(kitItems.position);

/** The names of the events of supplies about an order, in the order of their commits. */
export async function newsOf(ctx: Ctx, orderId: OrderId): Promise<string[]> {
	const rows = await ctx.db
		.select({ name: outbox.name })
		.from(outbox)
		.where(sql`${outbox.name} like 'supplies/%' and ${outbox.subjects} @> array[${`order:${orderId}`}]`)
		.orderBy(outbox.sequence);
	return rows.map(({ name }) => name.slice("supplies/".length));
}

export async function auditOf(ctx: Ctx, orderId: OrderId) {
	const rows = await ctx.db
		.select()
		.from(auditEntries)
		.where(eq(auditEntries.subject, `order:${orderId}`))
		.orderBy(auditEntries.id);
	return rows.filter(({ action }) => action.startsWith("supplies."));
}
