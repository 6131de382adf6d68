import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestEngine } from "@/server/engine/testing";
import {
	jobCancelled,
	jobCompleted,
	jobCorrected,
	jobFailed,
	jobReleased,
	jobStarted,
} from "@/server/events/catalog/execution";
import { matchWaiting, workerMatched } from "@/server/events/catalog/matching";
import { publish } from "@/server/events/publish";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { at, createCtx, type TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { aPlacedOrder, aWait, eventsAbout, MONDAY, readOrder } from "../testing";
import { orderingFunctions } from ".";

const ctx = at(createCtx(), MONDAY);
const AT = "2026-11-24T08:00:00.000Z";

const tell = (...facts: ((tx: TxCtx) => Promise<void>)[]) =>
	withTransaction(ctx, async (tx) => {
		for (const fact of facts) await fact(tx);
	});

/** What matching and execution tell of one order. */
const story = (order: { orderId: OrderId; client: { clientId: string } }) => {
	const about = { orderId: order.orderId, clientId: order.client.clientId };
	const ended = (workerId: WorkerId, ending: number, assignment = 1) => ({
		...about,
		orderNumber: 1001,
		workerId,
		assignment,
		ending,
		at: AT,
	});
	return {
		waiting: (tx: TxCtx) => publish(tx, matchWaiting, { ...aWait(order.orderId), reason: "everybody-booked" }),
		matched: (workerId: WorkerId, match: number) => (tx: TxCtx) =>
			publish(tx, workerMatched, { orderId: order.orderId, workerId, match, pipelineVersion: 1, score: 0.7 }),
		released: (workerId: WorkerId, assignment: number) => (tx: TxCtx) =>
			publish(tx, jobReleased, { ...about, workerId, assignment, reason: "Ill", at: AT }),
		started: (workerId: WorkerId, assignment: number) => (tx: TxCtx) =>
			publish(tx, jobStarted, { ...about, workerId, assignment, at: AT, photoId: newId(), kitIssued: true }),
		completed:
			(workerId: WorkerId, ending: number, assignment = 1) =>
			(tx: TxCtx) =>
				publish(tx, jobCompleted, { ...ended(workerId, ending, assignment), reportPhotoId: null }),
		failed: (workerId: WorkerId, ending: number) => (tx: TxCtx) =>
			publish(tx, jobFailed, { ...ended(workerId, ending), reason: "no-show", words: "" }),
		cancelled: (workerId: WorkerId, ending: number) => (tx: TxCtx) =>
			publish(tx, jobCancelled, { ...ended(workerId, ending), by: "manager", reason: "Asked to" }),
		corrected: (workerId: WorkerId, ending: number) => (tx: TxCtx) =>
			publish(tx, jobCorrected, {
				...ended(workerId, ending),
				earlier: "failed",
				outcome: "completed",
				by: "Manager",
				reason: "Came in time",
			}),
	};
};

describe.each([
	["once", {}],
	["twice, in any order", { twice: true }],
	["with every first answer lost", { repeated: true }],
])("ordering's functions, each event delivered %s", (_how, faults) => {
	let engine: Awaited<ReturnType<typeof startTestEngine>>;
	beforeAll(async () => {
		engine = await startTestEngine(orderingFunctions, faults);
	});
	afterAll(() => engine.stop());

	it("carry an order to its end, through a release", async () => {
		const order = await aPlacedOrder(ctx);
		const { waiting, matched, released, started, completed } = story(order);
		const [first, second] = [newId<WorkerId>(), newId<WorkerId>()];
		await tell(waiting);
		await engine.settle();
		expect(await readOrder(ctx, order.orderId)).toMatchObject({ waitingReason: "everybody-booked" });
		await tell(matched(first, 1));
		await engine.settle();
		expect(await readOrder(ctx, order.orderId)).toMatchObject({ state: "assigned", workerId: first, price: 10000n });
		await tell(released(first, 1));
		await engine.settle();
		await tell(matched(second, 2));
		await engine.settle();
		await tell(started(second, 2), completed(second, 1, 2));
		await engine.settle();
		expect(await readOrder(ctx, order.orderId)).toMatchObject({
			state: "completed",
			workerId: second,
			assignment: 2,
			payable: true,
		});
		expect((await eventsAbout(ctx, `order:${order.orderId}`)).map(({ name }) => name)).toEqual([
			"ordering/order.placed",
			"ordering/order.assigned",
			"ordering/order.unassigned",
			"ordering/order.assigned",
		]);
	});

	it("keep the latest ending when failure, correction and cancellation come all at once", async () => {
		const order = await aPlacedOrder(ctx);
		const { matched, failed, corrected, cancelled } = story(order);
		const worker = newId<WorkerId>();
		await tell(matched(worker, 1));
		await engine.settle();
		await tell(cancelled(worker, 3), corrected(worker, 2), failed(worker, 1));
		await engine.settle();
		expect(await readOrder(ctx, order.orderId)).toMatchObject({
			state: "cancelled",
			ending: 3,
			endingReason: "by-manager",
		});
	});
});
