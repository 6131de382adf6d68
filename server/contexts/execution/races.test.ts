import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { checkIns } from "@/db/schema/execution";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { correctEnding } from "./commands/correct-ending";
import { decideCancellation } from "./commands/decide-cancellation";
import { failJob } from "./commands/fail-job";
import { failNoShow } from "./commands/fail-no-show";
import { failUnstaffed } from "./commands/fail-unstaffed";
import { finishJob } from "./commands/finish-job";
import { giveUpJob } from "./commands/give-up-job";
import { openJob } from "./commands/open-job";
import { recordKit } from "./commands/record-kit";
import { scheduleJob } from "./commands/schedule-job";
import { startJob } from "./commands/start-job";
import {
	aKitFact,
	anAssignment,
	aPhoto,
	aPlacedOrder,
	aScheduledJob,
	aStartedJob,
	aWaitingJob,
	aWorker,
	eventsOf,
	stateOf,
} from "./testing";

/** Two commands, each in its own transaction, begun in the same moment; whoever gets the lock first decides. */
const ROUNDS = 12;
const ctx = createCtx();
const on = (time: string) => at(ctx, `2026-12-01T${time}Z`);
const keyed = <Input extends object>(input: Input) => ({ ...input, idempotencyKey: newId<string>() });

async function rounds(race: (round: number) => Promise<void>): Promise<void> {
	for (let round = 0; round < ROUNDS; round++) await race(round);
}

/** Begins both, the one or the other first by turns, and tells how each came out: its answer's name or the refusal's code. */
async function together(round: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
	const outcome = (work: () => Promise<unknown>) =>
		work().then(
			() => "done",
			(error: { code?: string }) => error.code ?? String(error),
		);
	if (round % 2 === 0) return Promise.all([outcome(one), outcome(other)]);
	const [second, first] = await Promise.all([outcome(other), outcome(one)]);
	return [first, second];
}

const ENDED: readonly string[] = ["execution/job.completed", "execution/job.failed", "execution/job.cancelled"];

/** Whatever happened: the job, its endings, its check-in and what was told of it tell one story. */
async function oneStory(orderId: OrderId) {
	const { job, endings } = await stateOf(ctx, orderId);
	const told = (await eventsOf(ctx, orderId)).map(({ name }) => name);
	const cameIn = await ctx.db.select().from(checkIns).where(eq(checkIns.orderId, orderId));
	expect(endings.map(({ number }) => number)).toEqual(endings.map((_ending, index) => index + 1));
	expect(job.ending).toBe(endings.length);
	expect(told.filter((name) => ENDED.includes(name))).toHaveLength(Math.min(endings.length, 1));
	expect(told.filter((name) => name === "execution/job.corrected")).toHaveLength(Math.max(endings.length - 1, 0));
	expect(told.filter((name) => name === "execution/job.started")).toHaveLength(cameIn.length);
	if (endings.length > 0) expect(endings.at(-1)?.outcome).toBe(job.state);
	return { state: job.state, endings, told, job };
}

async function photographed(given: Parameters<typeof aScheduledJob>[1] = {}) {
	const { order, worker } = await aScheduledJob(ctx, given);
	const input = keyed({ orderId: order.orderId, photoId: await aPhoto(ctx, worker) });
	return { order, worker, start: (time: string) => startJob(actingAs(on(time), worker), input) };
}

const cancellation = (order: ReturnType<typeof aPlacedOrder>) => () =>
	decideCancellation(on("09:50:00"), { ...order, by: "client", reason: "Changed my mind" }, newId());

describe("races", () => {
	it("cancel against start: cancelled, or begun and the cancellation refused", () =>
		rounds(async (round) => {
			const { order, start } = await photographed();
			const [, started] = await together(round, cancellation(order), () => start("09:50:00"));
			const { state, told } = await oneStory(order.orderId);
			if (started === "done") {
				expect([state, told]).toEqual(["started", ["execution/job.started", "execution/cancellation.refused"]]);
			} else {
				expect([state, told]).toEqual(["cancelled", ["execution/job.cancelled"]]);
				expect(started).toBe("execution.already_ended");
			}
		}));

	it("two starts: one of two presses begins the job, one press sent twice gives one answer", () =>
		rounds(async (round) => {
			const { order, worker, start } = await photographed();
			const second = keyed({ orderId: order.orderId, photoId: await aPhoto(ctx, worker) });
			const other = () => startJob(actingAs(on("09:51:00"), worker), second);
			const outcomes = await together(round, () => start("09:50:00"), other);
			expect(outcomes.toSorted()).toEqual(["done", "execution.already_started"]);
			const again = outcomes[0] === "done" ? () => start("09:50:00") : other;
			const answers = await Promise.all([again(), again()]);
			expect(answers[0]).toEqual(answers[1]);
			expect((await oneStory(order.orderId)).told).toEqual(["execution/job.started"]);
		}));

	it("two finishes with one key are one ending", () =>
		rounds(async () => {
			const { order, worker } = await aStartedJob(ctx);
			const input = keyed({ orderId: order.orderId, reportPhotoId: await aPhoto(ctx, worker) });
			const finish = () => finishJob(actingAs(on("11:00:00"), worker), input);
			const [one, other] = await Promise.all([finish(), finish()]);
			expect(one).toEqual(other);
			expect((await oneStory(order.orderId)).told.slice(1)).toEqual(["execution/job.completed"]);
		}));

	it("give-up against no-show: one failure, for one reason", () =>
		rounds(async (round) => {
			const { order, worker } = await aScheduledJob(ctx);
			const { orderId } = order;
			const [gaveUp] = await together(
				round,
				() => giveUpJob(actingAs(on("10:15:00"), worker), keyed({ orderId, reason: "Lost", consequence: "failed" })),
				() => failNoShow(on("10:15:00"), { orderId, assignment: 1 }),
			);
			const { endings, told } = await oneStory(orderId);
			expect(told).toEqual(["execution/job.failed"]);
			expect(endings.map(({ failure }) => failure)).toEqual([gaveUp === "done" ? "gave-up" : "no-show"]);
			expect(["done", "execution.already_ended"]).toContain(gaveUp);
		}));

	it("start against the no-show deadline: begun, or failed and the start refused", () =>
		rounds(async (round) => {
			const { order, start } = await photographed();
			const [started] = await together(
				round,
				() => start("10:15:00"),
				() => failNoShow(on("10:15:00"), { orderId: order.orderId, assignment: 1 }),
			);
			const { state, told } = await oneStory(order.orderId);
			if (started === "done") expect([state, told]).toEqual(["started", ["execution/job.started"]]);
			else expect([state, told, started]).toEqual(["failed", ["execution/job.failed"], "execution.already_ended"]);
		}));

	it("cancel against assignment: cancelled, with the worker if the worker had it, and no second life", () =>
		rounds(async (round) => {
			const order = await aWaitingJob(ctx);
			const { workerId } = aWorker();
			const assign = () => scheduleJob(on("08:00:00"), anAssignment(order, workerId));
			await together(round, cancellation(order), assign);
			const { state, endings, told } = await oneStory(order.orderId);
			expect([state, told]).toEqual(["cancelled", ["execution/job.cancelled"]]);
			expect([null, workerId]).toContain(endings[0]?.workerId);
			await assign();
			expect((await oneStory(order.orderId)).state).toBe("cancelled");
		}));

	it("assignment against the start time: nobody is charged for an order that was never staffed", () =>
		rounds(async (round) => {
			const order = await aWaitingJob(ctx);
			await together(
				round,
				() => scheduleJob(on("10:00:00"), anAssignment(order, newId())),
				() => failUnstaffed(on("10:00:00"), order),
			);
			const { endings } = await oneStory(order.orderId);
			expect(endings).toMatchObject([{ failure: "never-staffed", workerId: null }]);
		}));

	it("an event of an earlier assignment that comes late changes nothing", () =>
		rounds(async (round) => {
			const { order, worker } = await aScheduledJob(ctx, { kit: false });
			const { orderId } = order;
			const free = actingAs(at(ctx, "2026-11-30T10:00:00Z"), worker);
			await giveUpJob(free, keyed({ orderId, reason: "Ill", consequence: "released" }));
			const next = aWorker();
			const kit = { ...aKitFact(order, worker.workerId, "2026-11-30T10:00:00.000Z", 1), issued: true };
			const late = async () => {
				await failNoShow(on("10:20:00"), { orderId, assignment: 1 });
				await scheduleJob(on("08:00:00"), anAssignment(order, worker.workerId, 1));
				await recordKit(ctx, kit);
			};
			const assign = () => scheduleJob(on("08:00:00"), anAssignment(order, next.workerId, 2));
			expect(await together(round, assign, late)).toEqual(["done", "done"]);
			const { job } = await oneStory(orderId);
			expect(job).toMatchObject({ state: "scheduled", assignment: 2, workerId: next.workerId });
			const withoutKit = keyed({ orderId, photoId: await aPhoto(ctx, next) });
			await expect(startJob(actingAs(on("09:50:00"), next), withoutKit)).rejects.toMatchObject({
				code: "execution.kit_not_issued",
			});
		}));

	it("the kit's issue undone while the worker starts: refused, or begun for good with the kit as it was then", () =>
		rounds(async (round) => {
			const { order, worker, start } = await photographed();
			const undo = { ...aKitFact(order, worker.workerId, "2026-12-01T09:49:59.000Z"), issued: false };
			const [, started] = await together(
				round,
				() => recordKit(ctx, undo),
				() => start("09:50:00"),
			);
			const { state } = await oneStory(order.orderId);
			const [checkIn] = await ctx.db.select().from(checkIns).where(eq(checkIns.orderId, order.orderId));
			if (started === "done") expect([state, checkIn?.kitIssued]).toEqual(["started", true]);
			else expect([state, checkIn, started]).toEqual(["scheduled", undefined, "execution.kit_not_issued"]);
		}));

	it("a manager's decision against the worker's finish: one ending, and the other is told", () =>
		rounds(async (round) => {
			const { order, worker } = await aStartedJob(ctx);
			const { orderId } = order;
			const report = keyed({ orderId, reportPhotoId: await aPhoto(ctx, worker) });
			const outcomes = await together(
				round,
				() => finishJob(actingAs(on("14:00:00"), worker), report),
				() => failJob(actingAs(on("14:00:00"), aPerson("manager")), keyed({ orderId, reason: "Too long" })),
			);
			expect(outcomes.toSorted()).toEqual(["done", "execution.already_ended"]);
			expect((await oneStory(orderId)).state).toBe(outcomes[0] === "done" ? "completed" : "failed");
		}));

	it("two corrections of one ending: one is the next ending, the other has not seen it", () =>
		rounds(async (round) => {
			const { order } = await aScheduledJob(ctx);
			const { orderId } = order;
			await failNoShow(on("10:15:00"), { orderId, assignment: 1 });
			const correct = (outcome: "completed" | "cancelled") => () =>
				correctEnding(
					actingAs(on("12:00:00"), aPerson("manager")),
					keyed({ orderId, ending: 1, outcome, reason: "We know better" }),
				);
			const outcomes = await together(round, correct("completed"), correct("cancelled"));
			expect(outcomes.toSorted()).toEqual(["common.stale", "done"]);
			expect((await oneStory(orderId)).endings).toHaveLength(2);
		}));

	it("everything at once, in any order and twice: one ending", () =>
		rounds(async (round) => {
			const order = aPlacedOrder();
			const worker = aWorker();
			const { orderId } = order;
			const requestId = newId<string>();
			const facts = [
				() => openJob(ctx, order),
				() => scheduleJob(on("08:00:00"), anAssignment(order, worker.workerId)),
				() => recordKit(ctx, { ...aKitFact(order, worker.workerId, "2026-12-01T08:00:00.000Z"), issued: true }),
				() => decideCancellation(on("09:50:00"), { ...order, by: "client", reason: "No" }, requestId),
				() => failUnstaffed(on("10:00:00"), order),
				() => failNoShow(on("10:15:00"), { orderId, assignment: 1 }),
			];
			const untilHeard = async (fact: () => Promise<unknown>): Promise<unknown> =>
				fact().catch((error) => {
					if (error.name !== "NotYet") throw error;
					return untilHeard(fact);
				});
			const turned = [...facts.slice(round % facts.length), ...facts.slice(0, round % facts.length)];
			await Promise.all([...turned, ...turned].map(untilHeard));
			const { endings } = await oneStory(orderId);
			expect(endings).toHaveLength(1);
		}));
});
