import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { type Actor, visitor } from "@/server/kernel/actor";
import { after, hours } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { createCallerFactory } from "@/server/trpc/procedures";
import { decideCancellation } from "./commands/decide-cancellation";
import { finishJob } from "./commands/finish-job";
import { giveUpJob } from "./commands/give-up-job";
import { recordKit } from "./commands/record-kit";
import { scheduleJob } from "./commands/schedule-job";
import { maySeeFile } from "./index";
import { executionRouter } from "./router";
import {
	aKitFact,
	anAssignment,
	aPhoto,
	type aPlacedOrder,
	aScheduledJob,
	aStartedJob,
	aWaitingJob,
	aWorker,
} from "./testing";

const ctx = createCtx();
const create = createCallerFactory(executionRouter);
const as = (actor: Actor, time = "2026-12-01T09:40:00Z") => create(at(actingAs(ctx, actor), time));
type Order = ReturnType<typeof aPlacedOrder>;

const clientOf = (order: Order) => ({ ...aPerson("client"), clientId: order.clientId });
const manager = aPerson("manager");

/** Another job of the same worker, so many hours after 10:00 UTC of 1 December. */
async function anotherJob(worker: ReturnType<typeof aWorker>, later: number) {
	const startsAt = after(new Date("2026-12-01T10:00:00Z"), hours(later)).toISOString();
	const order = await aWaitingJob(ctx, { startsAt });
	await scheduleJob(at(ctx, "2026-11-22T10:01:00Z"), anAssignment(order, worker.workerId));
	return order;
}

describe("a worker's lists (R-140)", () => {
	it("show today's jobs by the business day, with what still has to be done, and later ones apart", async () => {
		const { order: now, worker } = await aScheduledJob(ctx);
		// Moscow is three hours ahead: 20:59 UTC is today there, 21:00 is tomorrow.
		const tonight = await anotherJob(worker, 10 + 59 / 60);
		const tomorrow = await anotherJob(worker, 11);
		const { order: begun } = await aStartedJob(ctx);
		const mine = as(worker);
		const today = await mine.today();
		expect(today.map(({ orderId, state, kitIssued }) => ({ orderId, state, kitIssued }))).toEqual([
			{ orderId: now.orderId, state: "scheduled", kitIssued: true },
			{ orderId: tonight.orderId, state: "scheduled", kitIssued: false },
		]);
		expect((await mine.upcoming({})).items).toMatchObject([
			{ orderId: tomorrow.orderId, address: "Cat street 9", zoneName: "Riverside" },
		]);
		expect(JSON.stringify(today)).not.toContain(begun.orderId);
	});

	it("keep a job that was begun yesterday in sight", async () => {
		const { order, worker } = await aStartedJob(ctx);
		expect(await as(worker, "2026-12-03T09:00:00Z").today()).toMatchObject([
			{ orderId: order.orderId, state: "started" },
		]);
	});

	it("page through the past, the latest first, all or by how it ended", async () => {
		const worker = aWorker();
		const past: Order[] = [];
		for (const later of [0, 3, 3, 6, 9]) {
			const order = await anotherJob(worker, later);
			past.push(order);
			const reason = keyed({ orderId: order.orderId, reason: "Too far", consequence: "failed" as const });
			if (later === 6) await giveUpJob(at(actingAs(ctx, worker), order.startsAt), reason);
			else await decideCancellation(ctx, { ...order, by: "client", reason: "No" }, newId());
		}
		const mine = as(worker);
		const seen: string[] = [];
		let cursor: Awaited<ReturnType<typeof mine.history>>["nextCursor"] = null;
		do {
			const page = await mine.history({ cursor, limit: 2 });
			seen.push(...page.items.map(({ orderId }) => orderId));
			cursor = page.nextCursor;
		} while (cursor);
		const [a, b, c, d, e] = past.map(({ orderId }) => orderId);
		expect(seen).toEqual([e, d, ...[b, c].toSorted().toReversed(), a]);
		expect((await mine.history({ outcome: "failed" })).items).toMatchObject([{ orderId: d, state: "failed" }]);
		expect((await mine.history({ outcome: "completed" })).items).toEqual([]);
		expect((await mine.upcoming({ limit: 1 })).nextCursor).toBeNull();
	});

	it("page through what is to come", async () => {
		const worker = aWorker();
		const coming = [await anotherJob(worker, 24), await anotherJob(worker, 48), await anotherJob(worker, 72)];
		const mine = as(worker);
		const first = await mine.upcoming({ limit: 2 });
		const second = await mine.upcoming({ limit: 2, cursor: first.nextCursor });
		expect([...first.items, ...second.items].map(({ orderId }) => orderId)).toEqual(
			coming.map(({ orderId }) => orderId),
		);
		expect(second.nextCursor).toBeNull();
	});
});

const keyed = <Input extends object>(input: Input) => ({ ...input, idempotencyKey: newId<string>() });

describe("a job's page", () => {
	it("tells its worker where, when, whom to call, what it earns and what giving up costs", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		expect(await as(worker).job(order)).toMatchObject({
			kind: "own",
			state: "scheduled",
			description: order.description,
			place: { zoneName: "Riverside", address: "Cat street 9", note: "Code 1234" },
			contact: order.contact,
			kitIssued: true,
			withoutKit: false,
			earns: 6000n,
			penalty: 4000n,
			checkInFrom: new Date("2026-12-01T09:30:00Z"),
			noShowAt: new Date("2026-12-01T10:15:00Z"),
			giveUpFreeUntil: new Date("2026-12-01T07:00:00Z"),
			start: null,
			end: null,
		});
	});

	it("after the end hides how to reach the client, and shows what came of it and of a correction", async () => {
		const { order, worker, photoId } = await aStartedJob(ctx);
		const reportPhotoId = await aPhoto(ctx, worker);
		await finishJob(actingAs(ctx, worker), keyed({ orderId: order.orderId, reportPhotoId }));
		const ended = await as(worker).job(order);
		expect(ended).toMatchObject({
			state: "completed",
			contact: null,
			place: { note: "" },
			start: { photoId },
			end: { reportPhotoId, correction: null },
		});
		const correction = { orderId: order.orderId, ending: 1, outcome: "failed" as const, reason: "Nothing was done" };
		await as(manager).correctEnding(keyed(correction));
		expect(await as(worker).job(order)).toMatchObject({
			state: "failed",
			end: { failure: "decided-by-manager", correction: "Nothing was done" },
		});
	});

	it("of one who gave the job back says only that; to strangers there is none", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const given = keyed({ orderId: order.orderId, reason: "Ill", consequence: "released" as const });
		await as(worker, "2026-11-25T09:00:00Z").giveUp(given);
		await scheduleJob(at(ctx, "2026-11-25T10:00:00Z"), anAssignment(order, aWorker().workerId, 2));
		expect(await as(worker).job(order)).toEqual({
			kind: "released",
			orderId: order.orderId,
			orderNumber: order.orderNumber,
			at: new Date("2026-11-25T09:00:00Z"),
			reason: "Ill",
		});
		await expect(as(aWorker()).job(order)).rejects.toMatchObject({ code: "NOT_FOUND" });
		await expect(as(aWorker()).job({ orderId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
	});
});

describe("a client", () => {
	it("sees how far the own order has come, in stages, and the photos", async () => {
		const order = await aWaitingJob(ctx);
		const client = clientOf(order);
		const stage = async () => (await as(client).clientJob(order)).stage;
		expect(await stage()).toBe("looking");
		const worker = aWorker();
		await scheduleJob(at(ctx, "2026-11-25T10:00:00Z"), anAssignment(order, worker.workerId));
		expect(await stage()).toBe("assigned");
		await recordKit(ctx, { ...aKitFact(order, worker.workerId, "2026-11-30T10:00:00.000Z"), issued: true });
		expect(await stage()).toBe("on-the-way");
		const photoId = await aPhoto(ctx, worker);
		await as(worker).start(keyed({ orderId: order.orderId, photoId }));
		expect(await as(client).clientJob(order)).toEqual({
			orderId: order.orderId,
			stage: "under-way",
			start: { at: new Date("2026-12-01T09:40:00Z"), photoId },
			end: null,
		});
		await as(worker).finish(keyed({ orderId: order.orderId, reportPhotoId: await aPhoto(ctx, worker) }));
		expect(await as(client).clientJob(order)).toMatchObject({ stage: "completed", end: { failure: null } });
		await expect(as(aPerson("client")).clientJob(order)).rejects.toMatchObject({ code: "NOT_FOUND" });
	});
});

describe("the office", () => {
	it("sees everything about an order, and what can be decided", async () => {
		const { order, worker, photoId } = await aStartedJob(ctx);
		expect(await as(manager).officeOrder(order)).toMatchObject({
			job: { state: "started", orderNumber: order.orderNumber },
			assignments: [{ number: 1, workerId: worker.workerId, kitIssued: true, void: false }],
			checkIn: { photoId, kitIssued: true },
			endings: [],
			overrides: { allowStartWithoutKit: false, complete: true, fail: true, corrections: [] },
		});
		await as(manager).failJob(keyed({ orderId: order.orderId, reason: "No answer" }));
		expect(await as(manager).officeOrder(order)).toMatchObject({
			endings: [{ number: 1, outcome: "failed", words: "No answer" }],
			overrides: { fail: false, corrections: ["completed", "cancelled"] },
		});
		expect(await as(manager).officeOrder({ orderId: newId() })).toBeNull();
	});
});

describe("a photo of a job", () => {
	it("is for managers, the worker and the client of the order, and nobody else", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const may = (actor: Actor, subject = `start:${order.orderId}`) => maySeeFile(actingAs(ctx, actor), subject);
		expect(await Promise.all([manager, aPerson("admin"), worker, clientOf(order)].map((who) => may(who)))).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(await may(worker, `report:${order.orderId}`)).toBe(true);
		const strangers = [visitor, aWorker(), aPerson("client"), aPerson("warehouse"), aPerson()];
		expect(await Promise.all(strangers.map((who) => may(who)))).toEqual(strangers.map(() => false));
		expect(await may(worker, `kit:${order.orderId}`)).toBe(false);
		expect(await may(worker, `start:${newId()}`)).toBe(false);
	});
});

describe("each procedure", () => {
	const { orderId } = { orderId: newId<Order["orderId"]>() };
	const decision = keyed({ orderId, reason: "Why not" });
	const calls = (who: Actor) => {
		const caller = as(who);
		return {
			worker: [
				() => caller.today(),
				() => caller.upcoming({}),
				() => caller.history({}),
				() => caller.job({ orderId }),
				() => caller.start(keyed({ orderId, photoId: newId() })),
				() => caller.finish(keyed({ orderId, reportPhotoId: newId() })),
				() => caller.giveUp(keyed({ orderId, reason: "Why not", consequence: "failed" as const })),
			],
			client: [() => caller.clientJob({ orderId })],
			manager: [
				() => caller.officeOrder({ orderId }),
				() => caller.allowStartWithoutKit(decision),
				() => caller.failJob(decision),
				() => caller.completeJob(decision),
				() => caller.correctEnding({ ...decision, ending: 1, outcome: "failed" }),
			],
		};
	};

	it.each(["client", "worker", "warehouse", "manager"] as const)("refuses a %s who is not its own", async (role) => {
		for (const [own, procedures] of Object.entries(calls(aPerson(role)))) {
			if (own === role) continue;
			for (const call of procedures) await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
		}
	});

	it("refuses a visitor", async () => {
		for (const call of Object.values(calls(visitor)).flat()) {
			await expect(call()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
		}
	});

	it("refuses what is no reason, too long a one, and what is no id", async () => {
		const mine = as(aWorker());
		const giveUp = (reason: string, order: string = orderId) =>
			mine.giveUp({ ...keyed({ reason, consequence: "failed" as const }), orderId: order as Order["orderId"] });
		for (const bad of [giveUp("  "), giveUp("x".repeat(1001)), giveUp("a\u0000b"), giveUp("Ill", "1; drop table")]) {
			await expect(bad).rejects.toMatchObject({ code: "BAD_REQUEST" });
		}
	});
});
