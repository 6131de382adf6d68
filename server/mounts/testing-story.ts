import { sql } from "drizzle-orm";
import superjson from "superjson";
import { rawSql } from "@/db/client";
import { aPhoto } from "@/server/contexts/execution/testing";
import { getAccountOfWorker } from "@/server/contexts/identity";
import { aServiceType, aZone, MONDAY } from "@/server/contexts/ordering/testing";
import type { startTestEngine } from "@/server/engine/testing";
import { type FileId, type KitId, newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import type { Ctx } from "@/server/platform/context";
import { aSession, overHttp, type SignedIn, someone } from "./testing";

type Engine = Awaited<ReturnType<typeof startTestEngine>>;

export type Story = Awaited<ReturnType<typeof tellStory>>;

const TUESDAY = "2026-11-24";
const on = (time: string) => new Date(`${TUESDAY}T${time}:00.000Z`);

/**
 * Orders in every stage of an order's life, brought there over HTTP by the people whose work it is: waiting for a worker, with a
 * worker and the kit handed out, under way, completed and rated, completed, failed, cancelled.
 */
export async function tellStory(ctx: Ctx, engine: Engine, heard: (answer: string) => void) {
	await moveBusinessTimeTo(new Date(MONDAY));
	const tell = async <Answer>(path: string, input: unknown, who: SignedIn): Promise<Answer> => {
		const response = await overHttp("mutation", path, input, who);
		const text = await response.text();
		if (!response.ok) throw new Error(`${path}: ${text}`);
		if (!who.person.roles.includes("manager")) heard(text);
		await engine.settle();
		return superjson.deserialize(JSON.parse(text).result.data);
	};

	const manager = await someone(ctx, "manager");
	const people = {
		client: await someone(ctx, "client"),
		otherClient: await someone(ctx, "client"),
		warehouse: await someone(ctx, "warehouse"),
	};
	const { serviceTypeId } = await aServiceType(ctx);
	const { zoneId } = await aZone(ctx);
	const hire = async (name: string) => {
		const { workerId } = await tell<{ workerId: WorkerId }>("hiring.addWorker", aWorkerCalled(name), manager);
		const account = await getAccountOfWorker(ctx, workerId);
		if (!account) throw new Error("the worker has no account");
		return aSession(ctx, account.accountId);
	};
	const [barsik, tisha] = [await hire("Barsik"), await hire("Tisha")];

	const place = async (time: string): Promise<OrderId> => {
		const request = {
			idempotencyKey: newId(),
			...{ serviceTypeId, description: "The left armrest, with love", startsAt: on(time) },
			place: { zoneId, address: "Cat street 9", note: "Code 1234" },
			contact: { name: "Murka", phone: "+79990001122" },
		};
		return (await tell<{ orderId: OrderId }>("ordering.placeOrder", request, people.client)).orderId;
	};
	const kitOf = async (orderId: OrderId): Promise<KitId> => {
		const [kit] = await rawSql()<{ id: KitId }[]>`select id from supplies.kits where order_id = ${orderId}`;
		if (!kit) throw new Error("the order has no kit");
		return kit.id;
	};
	const workerOf = async (orderId: OrderId): Promise<SignedIn> => {
		const [row] = await ctx.db.execute<{ id: string }>(
			sql`select worker_id as id from ordering.orders where id = ${orderId}`,
		);
		const worker = [barsik, tisha].find(({ person }) => person.workerId === row?.id);
		if (!worker) throw new Error("the order has no worker");
		return worker;
	};
	const photo = async (who: SignedIn): Promise<FileId> => aPhoto(ctx, who.person);
	const handOut = async (orderId: OrderId) => tell("supplies.issue", { kitId: await kitOf(orderId) }, people.warehouse);
	const start = async (orderId: OrderId) => {
		const who = await workerOf(orderId);
		await tell("execution.start", { orderId, photoId: await photo(who), idempotencyKey: newId() }, who);
	};
	const finish = async (orderId: OrderId) => {
		const who = await workerOf(orderId);
		await tell("execution.finish", { orderId, reportPhotoId: await photo(who), idempotencyKey: newId() }, who);
	};

	const [rated, failed] = [await place("08:00"), await place("08:00")];
	const [completed, underWay] = [await place("10:00"), await place("12:00")];
	const [assigned, handedOut] = [await place("15:00"), await place("15:00")];
	const waiting = await place("15:00");
	const cancelled = await place("17:00");
	await tell("ordering.requestCancellation", { orderId: cancelled, amount: 10_000n }, people.client);
	for (const orderId of [rated, completed, underWay, handedOut]) await handOut(orderId);
	await engine.travelTo(on("07:40"));
	await start(rated);
	await engine.travelTo(on("09:30"));
	await finish(rated);
	await tell("ordering.rateOrder", { orderId: rated, stars: 5, words: "Purr", idempotencyKey: newId() }, people.client);
	await engine.travelTo(on("10:00"));
	await start(completed);
	await engine.travelTo(on("11:30"));
	await finish(completed);
	await start(underWay);

	const worker = await workerOf(rated);
	return {
		manager,
		people: { ...people, worker, otherWorker: worker === barsik ? tisha : barsik },
		orders: { waiting, assigned, handedOut, underWay, rated, completed, failed, cancelled },
		known: { serviceTypeId, zoneId, photoId: await photo(worker) },
	};
}

const aWorkerCalled = (name: string) => ({
	idempotencyKey: newId(),
	name,
	email: `${newId()}@cats.example`,
	...{ phone: "+79990001122", locale: "en", age: 3, breed: "mixed", coat: "grey", photoId: null },
	strengths: [],
	weaknesses: [],
});
