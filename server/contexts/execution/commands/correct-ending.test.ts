import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { aPhoto, aScheduledJob, aStartedJob, auditOf, aWaitingJob, eventsOf, stateOf } from "../testing";
import { allowStartWithoutKit } from "./allow-start-without-kit";
import { completeJob } from "./complete-job";
import { correctEnding } from "./correct-ending";
import { failJob } from "./fail-job";
import { failNoShow } from "./fail-no-show";
import { failUnstaffed } from "./fail-unstaffed";
import { finishJob } from "./finish-job";

const ctx = at(createCtx(), "2026-12-01T12:00:00Z");
const manager = aPerson("manager");
const office = actingAs(ctx, manager);
const because = <Id extends string>(orderId: Id, reason = "We called the client") => ({
	orderId,
	reason,
	idempotencyKey: newId<string>(),
});

describe("a manager's decision", () => {
	it("fails a job that has not ended, with a reason and with the worker it had", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const input = because(order.orderId);
		expect(await failJob(office, input)).toEqual({ ending: 1 });
		expect(await failJob(office, input)).toEqual({ ending: 1 });
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([
			{ outcome: "failed", failure: "decided-by-manager", words: "We called the client", workerId: worker.workerId },
		]);
		expect((await eventsOf(ctx, order.orderId)).at(-1)).toMatchObject({
			name: "execution/job.failed",
			data: { reason: "decided-by-manager", words: "We called the client", workerId: worker.workerId, ending: 1 },
		});
		expect((await auditOf(ctx, order.orderId)).at(-1)).toMatchObject({
			action: "execution.fail-job",
			reason: "We called the client",
			actor: { id: manager.accountId },
		});
		await expect(failJob(office, because(order.orderId))).rejects.toMatchObject({ code: "execution.already_ended" });
	});

	it("completes a job that was begun, without a report", async () => {
		const { order } = await aStartedJob(ctx);
		expect(await completeJob(office, because(order.orderId))).toEqual({ ending: 1 });
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([
			{ outcome: "completed", decidedBy: "manager", reportPhotoId: null, words: "We called the client" },
		]);
		expect((await eventsOf(ctx, order.orderId)).at(-1)).toMatchObject({
			name: "execution/job.completed",
			data: { reportPhotoId: null, ending: 1 },
		});
		const again = completeJob(office, because(order.orderId));
		await expect(again).rejects.toMatchObject({ code: "execution.already_ended" });
	});

	it("does not complete what nobody began, nor lets nobody start without the kit", async () => {
		const { order } = await aScheduledJob(ctx);
		await expect(completeJob(office, because(order.orderId))).rejects.toMatchObject({ code: "execution.not_started" });
		const waiting = await aWaitingJob(ctx);
		await expect(allowStartWithoutKit(office, because(waiting.orderId))).rejects.toMatchObject({
			code: "execution.nobody_assigned",
		});
		const started = await aStartedJob(ctx);
		await expect(allowStartWithoutKit(office, because(started.order.orderId))).rejects.toMatchObject({
			code: "execution.already_started",
		});
		await failJob(office, because(started.order.orderId));
		await expect(allowStartWithoutKit(office, because(started.order.orderId))).rejects.toMatchObject({
			code: "execution.already_ended",
		});
	});

	it.each(["client", "worker", "warehouse"] as const)("is not a %s's", async (role) => {
		const { order } = await aStartedJob(ctx);
		const theirs = actingAs(ctx, aPerson(role));
		const input = because(order.orderId);
		for (const command of [failJob, completeJob, allowStartWithoutKit]) {
			await expect(command(theirs, input)).rejects.toMatchObject({ code: "common.not_allowed" });
		}
		const correction = correctEnding(theirs, { ...input, ending: 1, outcome: "completed" });
		await expect(correction).rejects.toMatchObject({ code: "common.not_allowed" });
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("started");
	});

	it("about an unknown order is refused", async () => {
		for (const command of [failJob, completeJob, allowStartWithoutKit]) {
			await expect(command(office, because(newId()))).rejects.toMatchObject({ code: "common.not_found" });
		}
	});
});

describe("a wrong ending", () => {
	it("is followed by the next one, in force from then on, with the worker and the reason", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const { orderId } = order;
		await failNoShow(ctx, { orderId, assignment: 1 });
		const input = {
			...because(orderId, "The phone was broken, the work is done"),
			ending: 1,
			outcome: "completed",
		} as const;
		expect(await correctEnding(office, input)).toEqual({ ending: 2 });
		expect(await correctEnding(office, input)).toEqual({ ending: 2 });
		const { job, endings } = await stateOf(ctx, orderId);
		expect(job).toMatchObject({ state: "completed", ending: 2 });
		expect(endings).toMatchObject([
			{ number: 1, outcome: "failed", failure: "no-show" },
			{ number: 2, outcome: "completed", decidedBy: "manager", actor: { id: manager.accountId } },
		]);
		expect((await eventsOf(ctx, orderId)).slice(1)).toEqual([
			{
				name: "execution/job.corrected",
				data: {
					orderId,
					orderNumber: order.orderNumber,
					clientId: order.clientId,
					workerId: worker.workerId,
					assignment: 1,
					ending: 2,
					at: "2026-12-01T12:00:00.000Z",
					earlier: "failed",
					outcome: "completed",
					by: manager.accountId,
					reason: "The phone was broken, the work is done",
				},
			},
		]);
		expect((await auditOf(ctx, orderId)).at(-1)).toMatchObject({ action: "execution.correct-ending" });
	});

	it("can be corrected again, by who has seen the newest one only", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const report = {
			orderId: order.orderId,
			reportPhotoId: await aPhoto(ctx, worker),
			idempotencyKey: newId<string>(),
		};
		await finishJob(actingAs(ctx, worker), report);
		const correct = (ending: number, outcome: "completed" | "failed" | "cancelled") =>
			correctEnding(office, { ...because(order.orderId), ending, outcome });
		await correct(1, "failed");
		await expect(correct(1, "cancelled")).rejects.toMatchObject({ code: "common.stale" });
		await expect(correct(2, "failed")).rejects.toMatchObject({ code: "execution.nothing_to_correct" });
		await correct(2, "completed");
		expect((await stateOf(ctx, order.orderId)).endings.map(({ outcome }) => outcome)).toEqual([
			"completed",
			"failed",
			"completed",
		]);
	});

	it("of a job that nobody had is never a completed one", async () => {
		const order = await aWaitingJob(ctx);
		await failUnstaffed(ctx, order);
		const correct = (outcome: "completed" | "cancelled") =>
			correctEnding(office, { ...because(order.orderId), ending: 1, outcome });
		await expect(correct("completed")).rejects.toMatchObject({ code: "execution.nobody_assigned" });
		await correct("cancelled");
		expect((await eventsOf(ctx, order.orderId)).at(-1)).toMatchObject({ data: { workerId: null, assignment: null } });
	});

	it("is there only after the end", async () => {
		const { order } = await aScheduledJob(ctx);
		const input = { ...because(order.orderId), ending: 1, outcome: "failed" } as const;
		await expect(correctEnding(office, input)).rejects.toMatchObject({ code: "execution.not_ended" });
		const unknown = { ...input, orderId: newId<typeof order.orderId>() };
		await expect(correctEnding(office, unknown)).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("stays on record: the database refuses to change or delete one", async () => {
		const { order } = await aStartedJob(ctx);
		await failJob(office, because(order.orderId));
		const { db } = ctx;
		const words = `update execution.endings set words = 'other' where order_id = '${order.orderId}'`;
		for (const statement of [words, words.replace(/update (\S+) set.*where/, "delete from $1 where")]) {
			await expect(db.execute(statement)).rejects.toMatchObject({ cause: { code: "23001" } });
		}
	});
});
