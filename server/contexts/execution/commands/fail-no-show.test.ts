import { describe, expect, it } from "vitest";
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
import { failNoShow } from "./fail-no-show";
import { failUnstaffed } from "./fail-unstaffed";
import { giveUpJob } from "./give-up-job";
import { raiseOverdue } from "./raise-overdue";
import { scheduleJob } from "./schedule-job";

const ctx = createCtx();
const on = (time: string) => at(ctx, `2026-12-01T${time}Z`);

describe("the deadline of the check-in (R-130)", () => {
	it("fails the job of a worker who did not come, with the worker, once", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		await failNoShow(on("10:14:59.999"), { orderId: order.orderId, assignment: 1 });
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
		for (const time of ["10:15:00", "10:15:00", "11:00:00"]) {
			await failNoShow(on(time), { orderId: order.orderId, assignment: 1 });
		}
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "failed", ending: 1 });
		expect(endings).toMatchObject([
			{ outcome: "failed", failure: "no-show", decidedBy: "house", workerId: worker.workerId, assignment: 1 },
		]);
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{
				name: "execution/job.failed",
				data: { reason: "no-show", workerId: worker.workerId, assignment: 1, at: "2026-12-01T10:15:00.000Z" },
			},
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.fail-no-show", actor: { kind: "system" } },
		]);
	});

	it("does nothing to a worker who has come, and nothing to the next worker of a job that was given back", async () => {
		const started = await aStartedJob(ctx);
		await failNoShow(on("12:00:00"), { orderId: started.order.orderId, assignment: 1 });
		expect((await stateOf(ctx, started.order.orderId)).job.state).toBe("started");

		const { order, worker } = await aScheduledJob(ctx);
		const { orderId } = order;
		const free = at(actingAs(ctx, worker), "2026-11-24T10:00:00Z");
		await giveUpJob(free, { orderId, reason: "Ill", consequence: "released", idempotencyKey: newId() });
		await scheduleJob(at(ctx, "2026-11-24T10:01:00Z"), anAssignment(order, aWorker().workerId, 2));
		await failNoShow(on("10:15:00"), { orderId, assignment: 1 });
		expect((await stateOf(ctx, orderId)).job).toMatchObject({ state: "scheduled", assignment: 2 });
		await failNoShow(on("10:15:00"), { orderId, assignment: 2 });
		expect((await stateOf(ctx, orderId)).endings).toMatchObject([{ number: 1, assignment: 2 }]);
	});
});

describe("the start time", () => {
	it("fails a job that nobody has, for nothing, once", async () => {
		const order = await aWaitingJob(ctx);
		await failUnstaffed(on("09:59:59.999"), order);
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("waiting");
		await failUnstaffed(on("10:00:00"), order);
		await failUnstaffed(on("10:00:00"), order);
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([
			{ outcome: "failed", failure: "never-staffed", workerId: null, assignment: null },
		]);
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{ name: "execution/job.failed", data: { reason: "never-staffed", workerId: null, assignment: null } },
		]);
	});

	it("does nothing to a job that somebody has", async () => {
		const { order } = await aScheduledJob(ctx);
		await failUnstaffed(on("10:00:00"), order);
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
	});

	it("of an order that has not been heard of comes again", async () => {
		await expect(failUnstaffed(ctx, aPlacedOrder())).rejects.toMatchObject({ name: "NotYet" });
	});
});

describe("a job that should have been finished two hours ago", () => {
	it("is told of once and goes on", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const { orderId } = order;
		await raiseOverdue(on("13:29:59.999"), { orderId, assignment: 1 });
		expect(await eventsOf(ctx, orderId)).toHaveLength(1);
		for (const time of ["13:30:00", "13:30:00", "15:00:00"]) await raiseOverdue(on(time), { orderId, assignment: 1 });
		expect((await eventsOf(ctx, orderId)).slice(1)).toEqual([
			{
				name: "execution/job.overdue",
				data: {
					orderId,
					clientId: order.clientId,
					workerId: worker.workerId,
					assignment: 1,
					at: "2026-12-01T13:30:00.000Z",
				},
			},
		]);
		expect((await stateOf(ctx, orderId)).job).toMatchObject({
			state: "started",
			overdueAt: new Date("2026-12-01T13:30:00Z"),
		});
	});

	it("is not one that ended or never began", async () => {
		const { order } = await aScheduledJob(ctx);
		await raiseOverdue(on("14:00:00"), { orderId: order.orderId, assignment: 1 });
		expect(await eventsOf(ctx, order.orderId)).toEqual([]);
	});
});
