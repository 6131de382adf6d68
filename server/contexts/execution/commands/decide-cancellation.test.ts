import { describe, expect, it } from "vitest";
import { newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import {
	anAssignment,
	aPhoto,
	aPlacedOrder,
	aScheduledJob,
	aStartedJob,
	auditOf,
	aWaitingJob,
	eventsOf,
	stateOf,
} from "../testing";
import { decideCancellation } from "./decide-cancellation";
import { finishJob } from "./finish-job";
import { openJob } from "./open-job";
import { scheduleJob } from "./schedule-job";

const ctx = at(createCtx(), "2026-12-01T10:30:00Z");
const request = (
	order: { orderId: OrderId; clientId: Parameters<typeof decideCancellation>[1]["clientId"] },
	by: "client" | "manager",
) => ({
	orderId: order.orderId,
	clientId: order.clientId,
	by,
	reason: "Changed my mind",
});

describe("a request to cancel", () => {
	it("of a job with a worker ends it as cancelled, with the worker, so that it is payable", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		expect(await decideCancellation(ctx, request(order, "client"), newId())).toEqual({ decision: "cancelled" });
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "cancelled", ending: 1 });
		expect(endings).toMatchObject([{ outcome: "cancelled", decidedBy: "client", words: "Changed my mind" }]);
		expect(await eventsOf(ctx, order.orderId)).toEqual([
			{
				name: "execution/job.cancelled",
				data: {
					orderId: order.orderId,
					orderNumber: order.orderNumber,
					clientId: order.clientId,
					workerId: worker.workerId,
					assignment: 1,
					ending: 1,
					at: "2026-12-01T10:30:00.000Z",
					by: "client",
					reason: "Changed my mind",
				},
			},
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.cancel-job", reason: "Changed my mind" },
		]);
	});

	it("of a job without a worker names none, so that it costs nothing; an assignment that comes later is void", async () => {
		const order = await aWaitingJob(ctx);
		await decideCancellation(ctx, request(order, "client"), newId());
		expect(await scheduleJob(at(ctx, "2026-11-24T10:00:00Z"), anAssignment(order, newId()))).toBeNull();
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "cancelled", workerId: null, ending: 1 });
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{ name: "execution/job.cancelled", data: { workerId: null, assignment: null } },
		]);
	});

	it("by the client is refused once the worker has begun; by a manager it is not", async () => {
		const { order } = await aStartedJob(ctx);
		expect(await decideCancellation(ctx, request(order, "client"), newId())).toEqual({ decision: "refused" });
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("started");
		expect(await decideCancellation(ctx, request(order, "manager"), newId())).toEqual({ decision: "cancelled" });
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([{ outcome: "cancelled", decidedBy: "manager" }]);
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{ name: "execution/job.started" },
			{ name: "execution/cancellation.refused", data: { why: "already-started" } },
			{ name: "execution/job.cancelled", data: { by: "manager" } },
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.start-job" },
			{ action: "execution.refuse-cancellation" },
			{ action: "execution.cancel-job" },
		]);
	});

	it("after the end is refused, by whomever", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const report = {
			orderId: order.orderId,
			reportPhotoId: await aPhoto(ctx, worker),
			idempotencyKey: newId<string>(),
		};
		await finishJob(actingAs(ctx, worker), report);
		for (const by of ["client", "manager"] as const) {
			expect(await decideCancellation(ctx, request(order, by), newId())).toEqual({ decision: "refused" });
		}
		expect((await eventsOf(ctx, order.orderId)).slice(-2)).toMatchObject([
			{ name: "execution/cancellation.refused", data: { why: "already-ended" } },
			{ name: "execution/cancellation.refused", data: { why: "already-ended" } },
		]);
	});

	it("delivered twice is answered once; a second one for what is cancelled already needs no answer", async () => {
		const { order } = await aScheduledJob(ctx);
		const eventId = newId<string>();
		const answers = await Promise.all([1, 2, 3].map(() => decideCancellation(ctx, request(order, "client"), eventId)));
		expect(answers).toEqual([1, 2, 3].map(() => ({ decision: "cancelled" })));
		expect(await decideCancellation(ctx, request(order, "client"), newId())).toEqual({ decision: "cancelled-already" });
		expect(await eventsOf(ctx, order.orderId)).toHaveLength(1);
	});

	it("that overtakes its order comes again", async () => {
		const order = aPlacedOrder();
		const eventId = newId<string>();
		const early = decideCancellation(ctx, request(order, "client"), eventId);
		await expect(early).rejects.toMatchObject({ name: "NotYet" });
		await openJob(ctx, order);
		expect(await decideCancellation(ctx, request(order, "client"), eventId)).toEqual({ decision: "cancelled" });
	});
});
