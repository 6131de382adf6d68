import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { kits as executionKits, jobs } from "@/db/schema/execution";
import { startJob } from "@/server/contexts/execution/commands/start-job";
import { executionFunctions } from "@/server/contexts/execution/functions";
import { aPhoto, aPlacedOrder } from "@/server/contexts/execution/testing";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { workerChanged } from "@/server/events/catalog/hiring";
import { orderAssigned, orderPlaced, serviceTypeChanged } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { after, minutes } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { issueKit } from "./commands/issue-kit";
import { undoIssue } from "./commands/undo-issue";
import { keepServiceTypeOnServiceTypeChanged } from "./functions/keep-service-type";
import { keepWorkerOnWorkerChanged } from "./functions/keep-worker";
import { recordStartOnJobStarted } from "./functions/record-start";
import { requestKitOnOrderAssigned } from "./functions/request-kit";
import { anAssignment, aServiceType, aWorker, kitOf, newsOf } from "./testing";

/**
 * The race "the kit's issue undone while the worker starts": supplies and execution decide each under its own lock and hear
 * of each other by events alone. Whatever crosses, both end with one story: started and issued, or neither.
 */
const functions = [
	keepServiceTypeOnServiceTypeChanged,
	keepWorkerOnWorkerChanged,
	requestKitOnOrderAssigned,
	recordStartOnJobStarted,
	...executionFunctions,
];
const ctx = createCtx();
const staff = actingAs(ctx, aPerson("warehouse"));

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(() => engine.stop());

/** A job whose worker may check in, with its kit issued a moment ago, and both contexts knowing it. */
async function anIssuedKit() {
	const [type, worker] = [aServiceType(), aWorker()];
	const startsAt = after(ctx.clock.now(), minutes(20)).toISOString();
	const ids = { serviceTypeId: type.serviceTypeId, workerId: worker.workerId };
	const assigned = anAssignment({ ...ids, startsAt, orderNumber: Math.floor(Math.random() * 2 ** 30) + 1 });
	await withTransaction(ctx, async (tx) => {
		await publish(tx, serviceTypeChanged, type);
		await publish(tx, workerChanged, worker);
		await publish(tx, orderPlaced, aPlacedOrder({ ...assigned }));
		await publish(tx, orderAssigned, assigned);
	});
	await engine.settle();
	const kitId = (await kitOf(ctx, assigned))?.id ?? newId();
	await issueKit(staff, { kitId });
	await engine.settle();
	const person = { ...aPerson("worker"), workerId: worker.workerId };
	const photoId = await aPhoto(ctx, person);
	const { orderId } = assigned;
	return {
		assigned,
		orderId,
		undo: () => undoIssue(staff, { kitId }),
		start: () => startJob(actingAs(ctx, person), { orderId, photoId, idempotencyKey: newId() }),
	};
}

type Issued = Awaited<ReturnType<typeof anIssuedKit>>;

/** What both contexts hold in the end. */
async function story({ assigned, orderId }: Issued) {
	const [job] = await ctx.db.select().from(jobs).where(eq(jobs.orderId, orderId));
	const here = and(eq(executionKits.orderId, orderId), eq(executionKits.assignment, assigned.assignment));
	const [flag] = await ctx.db.select().from(executionKits).where(here);
	const kit = await kitOf(ctx, assigned);
	return { job: job?.state, equipped: flag?.issued, kit: kit?.state };
}

const STARTED = { job: "started", equipped: true, kit: "issued" };
const UNDONE = { job: "scheduled", equipped: false, kit: "requested" };

describe("the kit's issue undone while the worker starts", () => {
	it("in the same moment: one story, whoever was first", async () => {
		engine = await startTestEngine(functions, { twice: true });
		for (let round = 0; round < 8; round++) {
			const issued = await anIssuedKit();
			const acts = round % 2 === 0 ? [issued.undo, issued.start] : [issued.start, issued.undo];
			await Promise.allSettled(acts.map((act) => act()));
			await engine.settle();
			expect([STARTED, UNDONE]).toContainEqual(await story(issued));
		}
	});

	it("undone first, and execution has heard of it: the start is refused", async () => {
		engine = await startTestEngine(functions);
		const issued = await anIssuedKit();
		await issued.undo();
		await engine.settle();
		await expect(issued.start()).rejects.toMatchObject({ code: "execution.kit_not_issued" });
		expect(await story(issued)).toEqual(UNDONE);
	});

	it("started first, and supplies has heard of it: the undo is refused", async () => {
		engine = await startTestEngine(functions);
		const issued = await anIssuedKit();
		await issued.start();
		await engine.settle();
		await expect(issued.undo()).rejects.toMatchObject({ code: "supplies.job_started" });
		expect(await story(issued)).toEqual(STARTED);
	});

	it.each([
		["undone, then started", ["undo", "start"]],
		["started, then undone", ["start", "undo"]],
	] as const)("%s while no news got through: the start wins, and both learn it", async (_what, acts) => {
		engine = await startTestEngine(functions, { twice: true });
		const issued = await anIssuedKit();
		await engine.kill();
		for (const act of acts) await issued[act]();
		await engine.resume();
		await engine.settle();
		expect(await story(issued)).toEqual(STARTED);
		expect(await newsOf(ctx, issued.orderId)).toEqual([
			...["kit.requested", "kit.issued", "kit.issue-undone", "kit.issued"],
		]);
	});
});
