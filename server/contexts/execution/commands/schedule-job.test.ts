import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignments } from "@/db/schema/execution";
import { liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import {
	anAssignment,
	aPlacedOrder,
	aScheduledJob,
	aStartedJob,
	auditOf,
	aWaitingJob,
	aWorker,
	eventsOf,
	stateOf,
} from "../testing";
import { decideCancellation } from "./decide-cancellation";
import { failNoShow } from "./fail-no-show";
import { failUnstaffed } from "./fail-unstaffed";
import { giveUpJob } from "./give-up-job";
import { openJob } from "./open-job";
import { raiseOverdue } from "./raise-overdue";
import { scheduleJob } from "./schedule-job";

const ctx = createCtx();
const weekBefore = at(ctx, "2026-11-24T10:00:00Z");

const assignmentsOf = (orderId: string) =>
	ctx.db
		.select()
		.from(assignments)
		.where(eq(assignments.orderId, orderId as never))
		.orderBy(assignments.number);

describe("an order that is placed", () => {
	it("opens one job that waits for a worker, however often it is told", async () => {
		const order = aPlacedOrder();
		await Promise.all([openJob(ctx, order), openJob(ctx, order), openJob(ctx, order)]);
		const { job } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({
			state: "waiting",
			assignment: null,
			workerId: null,
			ending: 0,
			startsAt: new Date(order.startsAt),
			place: order.place,
			contact: order.contact,
		});
		const changes = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, order.orderId));
		expect(changes).toMatchObject([{ context: "execution", audiences: [`client:${order.clientId}`, "office"] }]);
	});
});

describe("an assignment", () => {
	it("gives the job to its worker with the terms in force, once", async () => {
		const order = await aWaitingJob(ctx);
		const { workerId } = aWorker();
		const watch = await scheduleJob(weekBefore, anAssignment(order, workerId));
		expect(await scheduleJob(weekBefore, anAssignment(order, workerId))).toEqual(watch);
		expect(watch).toEqual({ noShowAt: "2026-12-01T10:15:00.000Z", overdueAlertAt: "2026-12-01T13:30:00.000Z" });
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "scheduled", assignment: 1, workerId });
		expect(await assignmentsOf(order.orderId)).toMatchObject([
			{
				number: 1,
				workerId,
				workerShare: 6000n,
				workerPenalty: 4000n,
				checkInFrom: new Date("2026-12-01T09:30:00Z"),
				giveUpFreeUntil: new Date("2026-12-01T07:00:00Z"),
				void: false,
			},
		]);
		expect(await eventsOf(ctx, order.orderId)).toEqual([]);
	});

	it("is not a person's to make, nor are the deadlines", async () => {
		const order = await aWaitingJob(ctx);
		const manager = actingAs(ctx, aPerson("manager", "admin"));
		for (const work of [
			() => scheduleJob(manager, anAssignment(order, newId())),
			() => failUnstaffed(manager, order),
			() => failNoShow(manager, { ...order, assignment: 1 }),
			() => raiseOverdue(manager, { ...order, assignment: 1 }),
			() => decideCancellation(manager, { ...order, by: "client", reason: "Theirs" }, newId()),
		]) {
			await expect(work()).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});

	it("that comes before its order is told to come again", async () => {
		const order = aPlacedOrder();
		await expect(scheduleJob(weekBefore, anAssignment(order, newId()))).rejects.toMatchObject({ name: "NotYet" });
	});

	it("after a release is the next worker's", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const input = { orderId: order.orderId, reason: "Ill", consequence: "released", idempotencyKey: newId() } as const;
		await giveUpJob(actingAs(weekBefore, worker), input);
		const next = aWorker();
		await scheduleJob(weekBefore, anAssignment(order, next.workerId, 2));
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({
			state: "scheduled",
			assignment: 2,
			workerId: next.workerId,
		});
	});

	it("that is heard of after a newer one is void", async () => {
		const order = await aWaitingJob(ctx);
		const [earlier, later] = [aWorker(), aWorker()];
		await scheduleJob(weekBefore, anAssignment(order, later.workerId, 2));
		expect(await scheduleJob(weekBefore, anAssignment(order, earlier.workerId, 1))).toBeNull();
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ assignment: 2, workerId: later.workerId });
		expect(await assignmentsOf(order.orderId)).toMatchObject([
			{ number: 1, void: true },
			{ number: 2, void: false },
		]);
	});

	it("does not take a job that has begun away from its worker", async () => {
		const { order, worker } = await aStartedJob(ctx);
		expect(await scheduleJob(weekBefore, anAssignment(order, newId(), 2))).toBeNull();
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "started", workerId: worker.workerId });
	});

	it("that comes when the job's time has come is void, and the job has never been staffed", async () => {
		const order = await aWaitingJob(ctx);
		expect(await scheduleJob(at(ctx, order.startsAt), anAssignment(order, newId()))).toBeNull();
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "failed", ending: 1, assignment: null, workerId: null });
		expect(endings).toMatchObject([
			{ outcome: "failed", failure: "never-staffed", decidedBy: "house", workerId: null },
		]);
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{ name: "execution/job.failed", data: { reason: "never-staffed", workerId: null, assignment: null, ending: 1 } },
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([{ action: "execution.fail-unstaffed" }]);
	});
});
