import { afterEach, describe, expect, it } from "vitest";
import { startTestEngine } from "@/server/engine/testing";
import { workerChanged } from "@/server/events/catalog/hiring";
import { orderAssigned, orderPlaced } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { after, hours } from "@/server/kernel/clock";
import type { WorkerId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { anAssignment, aPlacedOrder, aWorker, eventsOf, stateOf } from "../testing";
import { executionFunctions } from "./index";

const ctx = createCtx();
const changed = (workerId: WorkerId, version: number, active: boolean) => ({
	...{
		workerId,
		version,
		active,
		name: "Barsik",
		email: "b@cats.example",
		phone: "+79990001122",
		locale: "en" as const,
	},
	...{ age: 3, breed: "mixed", coat: "black", photoId: null, strengths: [], weaknesses: [] },
});
const tellOf = (workerId: WorkerId, version: number, active: boolean) =>
	withTransaction(ctx, (tx) => publish(tx, workerChanged, changed(workerId, version, active)));

/** An order for so many hours from now, and who has it. */
async function assigned(workerId: WorkerId, inHours: number) {
	const order = aPlacedOrder({ startsAt: after(ctx.clock.now(), hours(inHours)).toISOString() });
	await withTransaction(ctx, async (tx) => {
		await publish(tx, orderPlaced, order);
		await publish(tx, orderAssigned, anAssignment(order, workerId));
	});
	return order.orderId;
}
const releasedOf = async (orderId: Parameters<typeof eventsOf>[1]) =>
	(await eventsOf(ctx, orderId)).filter(({ name }) => name === "execution/job.released").length;

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(() => engine.stop());

describe.each([
	["once", {}],
	["twice", { twice: true }],
	["with every first answer lost", { repeated: true }],
])("a worker who goes inactive, told %s,", (_how, faults) => {
	it("gives back each job to come, once, and keeps what has begun its time", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const { workerId } = aWorker();
		const soon = await assigned(workerId, 1);
		const later = await assigned(workerId, 30);
		await engine.settle();
		await tellOf(workerId, 2, false);
		await engine.settle();
		for (const order of [soon, later]) {
			expect((await stateOf(ctx, order)).job).toMatchObject({ state: "waiting", workerId: null });
			expect(await releasedOf(order)).toBe(1);
		}
	});

	it("gives back what is given meanwhile, and not what comes after the return", async () => {
		engine = await startTestEngine(executionFunctions, faults);
		const { workerId } = aWorker();
		await tellOf(workerId, 2, false);
		await engine.settle();
		const meanwhile = await assigned(workerId, 20);
		await engine.settle();
		expect(await releasedOf(meanwhile)).toBe(1);
		await tellOf(workerId, 3, true);
		await tellOf(workerId, 1, false);
		await engine.settle();
		const order = await assigned(workerId, 40);
		await engine.settle();
		expect((await stateOf(ctx, order)).job).toMatchObject({ state: "scheduled", workerId });
	});
});
