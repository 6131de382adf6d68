import { afterEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { startTestEngine } from "@/server/engine/testing";
import type { EventDefinition } from "@/server/events/catalog/_define";
import { orderAssigned, orderCancellationRequested, orderPlaced } from "@/server/events/catalog/ordering";
import { kitIssued, kitIssueUndone } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { after, hours, minutes } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { giveUpJob } from "../commands/give-up-job";
import { startJob } from "../commands/start-job";
import { aKitFact, anAssignment, aPhoto, aPlacedOrder, aWorker, eventsOf, stateOf } from "../testing";
import { executionFunctions } from "./index";

const ctx = createCtx();

const tell = <Schema extends z.ZodObject>(event: EventDefinition<string, Schema>, data: z.input<Schema>) =>
	withTransaction(ctx, (tx) => publish(tx, event, data));

const names = async (order: { orderId: Parameters<typeof eventsOf>[1] }) =>
	(await eventsOf(ctx, order.orderId)).map(({ name }) => name.replace("execution/", ""));

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(() => engine.stop());

/** An order for so many hours from now: the database's business time only goes on, from test to test. */
const anOrderIn = (count: number) => aPlacedOrder({ startsAt: after(ctx.clock.now(), hours(count)).toISOString() });
const whenItStarts = (order: { startsAt: string }, later = 0) => after(new Date(order.startsAt), minutes(later));

describe.each([
	["once", {}],
	["twice", { twice: true }],
	["with every first answer lost", { repeated: true }],
])("what other contexts tell, %s,", (_how, faults) => {
	it("gives the job to the worker, and fails it by itself when the worker does not come", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const order = anOrderIn(5);
		const { workerId } = aWorker();
		await tell(orderAssigned, anAssignment(order, workerId));
		await tell(orderPlaced, order);
		await engine.settle();
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "scheduled", workerId });
		await engine.travelTo(whenItStarts(order, 14));
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
		await engine.travelTo(whenItStarts(order, 15));
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([{ failure: "no-show", workerId }]);
		expect(await names(order)).toEqual(["job.failed"]);
	});

	it("fails an order that nobody could take when its time has come", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const order = anOrderIn(3);
		await tell(orderPlaced, order);
		await engine.travelTo(whenItStarts(order));
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([{ failure: "never-staffed", workerId: null }]);
		expect(await names(order)).toEqual(["job.failed"]);
	});

	it("lets the worker begin when the kit is issued, and alerts managers once when the end does not come", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const order = anOrderIn(5);
		const worker = aWorker();
		const kit = (seconds: number) =>
			aKitFact(order, worker.workerId, after(ctx.clock.now(), seconds * 1000).toISOString());
		await tell(orderPlaced, order);
		await tell(kitIssueUndone, kit(1));
		await tell(kitIssued, kit(2));
		await tell(kitIssued, kit(0));
		await tell(orderAssigned, anAssignment(order, worker.workerId));
		await engine.travelTo(whenItStarts(order));
		const photoId = await aPhoto(ctx, worker);
		await startJob(actingAs(ctx, worker), { orderId: order.orderId, photoId, idempotencyKey: newId() });
		await engine.travelTo(whenItStarts(order, 90 + 119));
		expect(await names(order)).toEqual(["job.started"]);
		await engine.travelTo(whenItStarts(order, 90 + 600));
		expect(await names(order)).toEqual(["job.started", "job.overdue"]);
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("started");
	});

	it("holds the next worker to the deadline, and not the one who gave the job back", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const order = anOrderIn(5);
		const [first, next] = [aWorker(), aWorker()];
		await tell(orderPlaced, order);
		await tell(orderAssigned, anAssignment(order, first.workerId));
		await engine.settle();
		const given = { orderId: order.orderId, reason: "Ill", consequence: "released", idempotencyKey: newId() } as const;
		await giveUpJob(actingAs(ctx, first), given);
		await tell(orderAssigned, anAssignment(order, next.workerId, 2));
		await engine.travelTo(whenItStarts(order, 15));
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([
			{ failure: "no-show", assignment: 2, workerId: next.workerId },
		]);
		expect(await names(order)).toEqual(["job.released", "job.failed"]);
	});

	it("answers a request to cancel once, and nothing comes after it", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const order = anOrderIn(5);
		const { orderId, clientId } = order;
		await tell(orderCancellationRequested, { orderId, clientId, by: "client", reason: "Changed my mind" });
		await tell(orderPlaced, order);
		await engine.settle();
		await tell(orderAssigned, anAssignment(order, newId()));
		await engine.travelTo(whenItStarts(order, 600));
		expect(await names(order)).toEqual(["job.cancelled"]);
		expect((await stateOf(ctx, orderId)).job).toMatchObject({ state: "cancelled", ending: 1, workerId: null });
	});
});
