import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { endings, jobs } from "@/db/schema/execution";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned, orderPlaced } from "@/server/events/catalog/ordering";
import type { ActorRef, Person } from "@/server/kernel/actor";
import { type AccountId, type ClientId, type FileId, newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { actingAs, at, type Ctx } from "@/server/platform/context";
import { receiveImage } from "@/server/platform/files";
import { openJob } from "./commands/open-job";
import { recordKit } from "./commands/record-kit";
import { scheduleJob } from "./commands/schedule-job";
import { startJob } from "./commands/start-job";

type PlacedOrder = EventData<typeof orderPlaced>;
type AssignedOrder = EventData<typeof orderAssigned>;

let lastOrderNumber = 0;

export const aWorker = (): Person & { workerId: WorkerId } => ({
	kind: "person",
	accountId: newId<AccountId>(),
	name: "Barsik",
	roles: ["worker"],
	clientId: null,
	workerId: newId<WorkerId>(),
});

/** Ninety minutes at ten in the morning UTC, one o'clock in the business time zone. */
export function aPlacedOrder(given: Partial<PlacedOrder> = {}): PlacedOrder {
	lastOrderNumber += 1;
	return {
		orderId: newId<OrderId>(),
		orderNumber: lastOrderNumber,
		clientId: newId<ClientId>(),
		serviceTypeId: newId(),
		serviceName: { en: "Sofa repair", ru: "Починка дивана" },
		description: "The left armrest, with love",
		place: { zoneId: newId(), zoneName: "Riverside", address: "Cat street 9", note: "Code 1234" },
		contact: { name: "Murka", phone: "+79990001122" },
		startsAt: "2026-12-01T10:00:00.000Z",
		durationMinutes: 90,
		copyOf: null,
		excludeWorkerId: null,
		...given,
	};
}

export function anAssignment(order: PlacedOrder, workerId: WorkerId, assignment = 1): AssignedOrder {
	const { copyOf: _copyOf, excludeWorkerId: _excluded, ...chore } = order;
	const [full, worker, penalty] = [toWire(money(9500)), toWire(money(6000)), toWire(money(4000))];
	return {
		...chore,
		assignment,
		workerId,
		listPrice: toWire(money(10000)),
		discountPercent: 5,
		price: full,
		workerShare: worker,
		workerPenalty: penalty,
		clientPays: { completed: full, cancelled: full, failed: full },
		moneyPolicyVersion: 1,
		priceFormulaVersion: 1,
	};
}

/** The kit of an assignment, issued (or not after all) at a moment. */
export const aKitFact = (order: { orderId: OrderId }, workerId: WorkerId, time: string, assignment = 1) => ({
	orderId: order.orderId,
	workerId,
	assignment,
	by: "Ryzhik",
	at: time,
});

/** A picture that this person has uploaded. */
export async function aPhoto(ctx: Ctx, person: Person): Promise<FileId> {
	const source = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#d97706" } })
		.jpeg()
		.toBuffer();
	const { fileId } = await receiveImage(actingAs(ctx, person), { source, idempotencyKey: newId() });
	return fileId;
}

/** A job that waits for a worker. */
export async function aWaitingJob(ctx: Ctx, given: Partial<PlacedOrder> = {}) {
	const order = aPlacedOrder(given);
	await openJob(at(ctx, "2026-11-22T10:00:00Z"), order);
	return order;
}

/** A job with a worker, whose kit is issued unless said otherwise. */
export async function aScheduledJob(ctx: Ctx, { kit = true, ...given }: Partial<PlacedOrder> & { kit?: boolean } = {}) {
	const order = await aWaitingJob(ctx, given);
	const worker = aWorker();
	await scheduleJob(at(ctx, "2026-11-22T10:01:00Z"), anAssignment(order, worker.workerId));
	if (kit) await recordKit(ctx, { ...aKitFact(order, worker.workerId, "2026-11-30T10:00:00.000Z"), issued: true });
	return { order, worker };
}

/** A job that its worker has begun at the agreed time. */
export async function aStartedJob(ctx: Ctx, given: Partial<PlacedOrder> = {}) {
	const { order, worker } = await aScheduledJob(ctx, given);
	const photoId = await aPhoto(ctx, worker);
	const input = { orderId: order.orderId, photoId, idempotencyKey: newId<string>() };
	await startJob(at(actingAs(ctx, worker), order.startsAt), input);
	return { order, worker, photoId };
}

/** What has been told of an order, in order: names of events with what they say. */
export async function eventsOf(ctx: Ctx, orderId: OrderId): Promise<{ name: string; data: Record<string, unknown> }[]> {
	const mine = sql`name like 'execution/%' and subjects @> array[${`order:${orderId}`}]`;
	return ctx.db.execute(sql`select name, data from events.outbox where ${mine} order by sequence`);
}

/** What has been put on record about an order, in order. */
export async function auditOf(
	ctx: Ctx,
	orderId: OrderId,
): Promise<{ action: string; reason: string | null; actor: ActorRef }[]> {
	const about = sql`subject = ${`order:${orderId}`}`;
	return ctx.db.execute(sql`select action, reason, actor from platform.audit_entries where ${about} order by id`);
}

/** Every ending of a job, the first first, and the job as it is. */
export async function stateOf(ctx: Ctx, orderId: OrderId) {
	const [job] = await ctx.db.select().from(jobs).where(eq(jobs.orderId, orderId));
	if (!job) throw new Error(`there is no job of order ${orderId}`);
	const ended = await ctx.db.select().from(endings).where(eq(endings.orderId, orderId)).orderBy(endings.number);
	return { job, endings: ended };
}
