import { finishJob } from "@/server/contexts/execution/commands/finish-job";
import { startJob } from "@/server/contexts/execution/commands/start-job";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { rateOrder } from "@/server/contexts/ordering/commands/rate-order";
import { requestCancellation } from "@/server/contexts/ordering/commands/request-cancellation";
import { getCancellationQuote } from "@/server/contexts/ordering/queries/get-cancellation-quote";
import { getOfficeOrder } from "@/server/contexts/ordering/queries/get-office-order";
import { issueKit } from "@/server/contexts/supplies/commands/issue-kit";
import { getOrderSupplies } from "@/server/contexts/supplies/queries/get-order-supplies";
import { advanceTo, idle } from "@/server/engine/time-machine";
import { businessDate, instantAt } from "@/server/kernel/calendar";
import { after, days, minutes } from "@/server/kernel/clock";
import { Refusal } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { log } from "@/server/platform/log";
import { closingsOf } from "@/server/platform/policies/closings";
import { as, asWorker, keyFor } from "./actors";
import type { Company } from "./company";
import { takePhoto } from "./photos";

/** How an order of the demo goes on after it was placed. */
type Fate = "completed" | "rated" | "no-show" | "cancelled" | "open";

type Chore = {
	client: string;
	service: string;
	zone: string;
	address: string;
	wish: string;
	/** Days from the first day of history, and the wall-clock time of the start. */
	day: number;
	time: string;
	fate: Fate;
};

const chore = (
	client: string,
	[service, zone]: [service: string, zone: string],
	[day, time]: [day: number, time: string],
	fate: Fate,
	[address, wish]: [address: string, wish: string],
): Chore => ({ client: `${client}@happycatbox.example`, service, zone, day, time, fate, address, wish });

export const HISTORY_DAYS = 2;

const chores: Chore[] = [
	chore("murka", ["sofa", "old-town"], [1, "09:00"], "rated", ["Milk Lane 4", "The left armrest first, please."]),
	chore("ryzhik", ["glasses", "riverside"], [1, "10:30"], "completed", ["Набережная, 12", "Всё с верхней полки."]),
	chore("dymka", ["lap", "hill"], [1, "12:00"], "rated", ["Top of the Hill 1", "Two guests, one of them ticklish."]),
	chore("snezhinka", ["boxes", "gardens"], [1, "14:00"], "no-show", ["Садовая, 7", "Три коробки, одна с сюрпризом."]),
	chore("murka", ["night", "old-town"], [1, "19:30"], "completed", ["Milk Lane 4", "Something slow, in minor."]),
	chore("ryzhik", ["lap", "riverside"], [1, "17:00"], "cancelled", ["Набережная, 12", "Гости могут и не прийти."]),
	chore("murka", ["glasses", "old-town"], [3, "10:00"], "open", ["Milk Lane 4", "Only the blue ones."]),
	chore("dymka", ["sofa", "hill"], [3, "13:00"], "open", ["Top of the Hill 1", "It is a leather sofa. Enjoy."]),
	chore("snezhinka", ["night", "gardens"], [4, "20:00"], "open", ["Садовая, 7", "Под окном второго этажа."]),
];

/** Places the orders and lives with them up to the present, by the real commands under the business clock. */
export async function liveThroughHistory(ctx: Ctx, company: Company, begin: Date, timeZone: string): Promise<void> {
	const deeds: { at: Date; what: () => Promise<unknown> }[] = [];
	for (const [index, one] of chores.entries()) {
		const startsAt = instantAt(businessDate(after(begin, days(one.day)), timeZone), one.time, timeZone);
		const placedAt = one.fate === "open" ? after(begin, days(HISTORY_DAYS)) : begin;
		const order = { id: null as OrderId | null };
		const name = `${index} ${one.client} ${one.service}`;
		const act = (at: Date, deed: (orderId: OrderId) => Promise<unknown>) =>
			deeds.push({ at, what: async () => order.id && deed(order.id) });

		deeds.push({
			at: placedAt,
			what: async () => {
				order.id = await place(ctx, company, one, startsAt, name);
			},
		});
		if (one.fate === "cancelled") act(after(startsAt, -minutes(200)), (id) => cancel(ctx, one.client, id));
		if (one.fate !== "completed" && one.fate !== "rated") continue;
		act(after(startsAt, -minutes(60)), (id) => issue(ctx, id));
		act(startsAt, (id) => start(ctx, id, name));
		act(after(startsAt, minutes(50)), (id) => finish(ctx, id, name));
		if (one.fate === "rated") act(after(startsAt, minutes(180)), (id) => rate(ctx, one.client, id, name));
	}
	const looksAt = await closingsOf(ctx);
	deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
	for (const { at, what } of deeds) {
		if (at > ctx.clock.now()) await advanceTo(at, { looksAt });
		await unlessRefused(what);
		await idle();
	}
}

/** Filling that was cut off goes on later, when the company has lived on: what is too late by then stays undone. */
async function unlessRefused(deed: () => Promise<unknown>): Promise<void> {
	try {
		await deed();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		log.warn({ err: error }, "a deed of the demo's history was refused");
	}
}

async function place(ctx: Ctx, company: Company, one: Chore, startsAt: Date, name: string): Promise<OrderId> {
	const client = await as(ctx, one.client);
	const serviceTypeId = company.serviceTypes.get(one.service);
	const zoneId = company.zones.get(one.zone);
	if (!serviceTypeId || !zoneId) throw new Error(`the demo has no ${one.service} or no ${one.zone}`);
	const { orderId } = await placeOrder(client, {
		idempotencyKey: keyFor(`order ${name}`),
		serviceTypeId,
		description: one.wish,
		place: { zoneId, address: one.address, note: "" },
		contact: { name: client.actor.name, phone: "+79990000000" },
		startsAt,
	});
	return orderId;
}

async function issue(ctx: Ctx, orderId: OrderId): Promise<void> {
	const office = await as(ctx, "leopold@happycatbox.example");
	const kit = (await getOrderSupplies(office, { orderId })).kits.at(-1);
	if (kit) await issueKit(await as(ctx, "marfa@happycatbox.example"), { kitId: kit.kitId });
}

async function start(ctx: Ctx, orderId: OrderId, name: string): Promise<void> {
	const worker = await workerOf(ctx, orderId);
	const photoId = await takePhoto(worker, "door", name);
	await startJob(worker, { orderId, photoId, idempotencyKey: keyFor(`start ${name}`) });
}

async function finish(ctx: Ctx, orderId: OrderId, name: string): Promise<void> {
	const worker = await workerOf(ctx, orderId);
	const reportPhotoId = await takePhoto(worker, "form", name);
	await finishJob(worker, { orderId, reportPhotoId, idempotencyKey: keyFor(`finish ${name}`) });
}

async function rate(ctx: Ctx, client: string, orderId: OrderId, name: string): Promise<void> {
	const words = "Exactly as agreed, and very quiet about it.";
	await rateOrder(await as(ctx, client), { orderId, stars: 5, words, idempotencyKey: keyFor(`rate ${name}`) });
}

async function cancel(ctx: Ctx, email: string, orderId: OrderId): Promise<void> {
	const client = await as(ctx, email);
	const { amount } = await getCancellationQuote(client, { orderId });
	await requestCancellation(client, { orderId, amount });
}

async function workerOf(ctx: Ctx, orderId: OrderId): Promise<Ctx> {
	const office = await as(ctx, "leopold@happycatbox.example");
	const { workerId } = await getOfficeOrder(office, { orderId });
	if (!workerId) throw new Error(`the order ${orderId} of the demo has no worker`);
	return asWorker(ctx, workerId);
}
