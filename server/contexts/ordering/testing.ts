import { and, asc, eq, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/events";
import { orders } from "@/db/schema/ordering";
import { auditEntries } from "@/db/schema/platform";
import { getAccount, registerAccount } from "@/server/contexts/identity";
import { aPerson } from "@/server/contexts/identity/testing";
import type { Person } from "@/server/kernel/actor";
import {
	type ClientId,
	newId,
	type OrderId,
	type ServiceTypeId,
	type WorkerId,
	type ZoneId,
} from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, type Ctx } from "@/server/platform/context";
import { assignWorker } from "./commands/assign-worker";
import { defineServiceType } from "./commands/define-service-type";
import { defineZone } from "./commands/define-zone";
import { mirrorEnding } from "./commands/mirror-ending";
import { placeOrder } from "./commands/place-order";

/** A Monday, nine o'clock in the business time zone. */
export const MONDAY = "2026-11-23T06:00:00.000Z";
/** The Tuesday after it, ten o'clock. */
export const TUESDAY = new Date("2026-11-24T07:00:00.000Z");
export const WEDNESDAY = new Date("2026-11-25T07:00:00.000Z");

export type Client = Person & { clientId: ClientId };

export const aClient = (): Client => ({ ...aPerson("client"), clientId: newId<ClientId>() });

/** A client whom identity knows, writing Russian. */
export async function aRegisteredClient(ctx: Ctx): Promise<Client> {
	const given = { name: "Мурка", email: `${newId()}@cats.example`, phone: "+79990002233", locale: "ru" as const };
	const { accountId } = await registerAccount(ctx, { ...given, roles: ["client"] });
	const account = await getAccount(ctx, accountId);
	if (!account?.clientId) throw new Error("the client was not registered");
	return { ...aClient(), accountId, name: account.name, clientId: account.clientId };
}

export const aServiceTypeInput = () => ({
	idempotencyKey: newId<string>(),
	serviceTypeId: null as ServiceTypeId | null,
	version: 0,
	name: { en: "Sofa scratching", ru: "Царапание дивана" },
	description: { en: "Until it is soft", ru: "Пока не станет мягким" },
	icon: "sofa" as const,
	durationMinutes: 90,
	basePrice: money(10000n),
	supplies: [{ name: { en: "Claw file", ru: "Пилка для когтей" }, quantity: 1 }],
	active: true,
});

export const aServiceType = (ctx: Ctx, given: Partial<ReturnType<typeof aServiceTypeInput>> = {}) =>
	defineServiceType(ctx, { ...aServiceTypeInput(), ...given });

export const aZone = (ctx: Ctx, active = true) =>
	defineZone(ctx, {
		idempotencyKey: newId(),
		zoneId: null,
		version: 0,
		name: { en: "Riverside", ru: "Заречье" },
		active,
	});

/** What a client fills in, for Tuesday morning, with a service type and a zone of its own. */
export async function aRequest(ctx: Ctx, given: { serviceTypeId?: ServiceTypeId; zoneId?: ZoneId } = {}) {
	const serviceTypeId = given.serviceTypeId ?? (await aServiceType(ctx)).serviceTypeId;
	const zoneId = given.zoneId ?? (await aZone(ctx)).zoneId;
	return {
		idempotencyKey: newId<string>(),
		serviceTypeId,
		description: "The left armrest, with love",
		place: { zoneId, address: "Cat street 9", note: "Code 1234" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: TUESDAY,
	};
}

/** An order that looks for a worker, placed on Monday. */
export async function aPlacedOrder(ctx: Ctx, client = aClient(), given: Parameters<typeof aRequest>[1] = {}) {
	const { orderId } = await placeOrder(at(actingAs(ctx, client), MONDAY), await aRequest(ctx, given));
	return { orderId, client };
}

/** An order that a worker has. */
export async function anAssignedOrder(ctx: Ctx, client = aClient(), workerId = newId<WorkerId>()) {
	const { orderId } = await aPlacedOrder(ctx, client);
	await assignWorker(at(ctx, MONDAY), { orderId, workerId, match: 1 });
	return { orderId, client, workerId };
}

/** Matching has found nobody, for the first time. */
export const aWait = (orderId: OrderId) => ({ orderId, match: 1, number: 1, reason: "everybody-booked" as const });

export const anEnding = (order: { orderId: OrderId; workerId?: WorkerId }) => ({
	orderId: order.orderId,
	ending: 1,
	assignment: order.workerId ? 1 : null,
	workerId: order.workerId ?? null,
	at: "2026-11-24T08:30:00.000Z",
	reason: null as string | null,
});

/** An order whose worker has ended it so. */
export async function anEndedOrder(ctx: Ctx, outcome: "completed" | "failed" | "cancelled", client = aClient()) {
	const order = await anAssignedOrder(ctx, client);
	await mirrorEnding(ctx, { ...anEnding(order), outcome, reason: outcome === "failed" ? "no-show" : null });
	return order;
}

export async function readOrder(ctx: Ctx, orderId: OrderId) {
	const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
	if (!order) throw new Error("no such order");
	return order;
}

/** What ordering has told of a thing, in order. */
export async function eventsAbout(ctx: Ctx, subject: string) {
	const mine = sql`${outbox.name} like 'ordering/%' and ${outbox.subjects} @> array[${subject}]`;
	return ctx.db.select({ name: outbox.name, data: outbox.data }).from(outbox).where(mine).orderBy(asc(outbox.sequence));
}

/** What has been put on record about a thing, in order. */
export const auditAbout = (ctx: Ctx, subject: string, action: string) =>
	ctx.db
		.select({
			actor: auditEntries.actor,
			before: auditEntries.before,
			after: auditEntries.after,
			reason: auditEntries.reason,
		})
		.from(auditEntries)
		.where(and(eq(auditEntries.subject, subject), eq(auditEntries.action, action)))
		.orderBy(asc(auditEntries.recordedAt));
