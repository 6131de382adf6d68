import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assignments } from "@/db/schema/execution";
import { liveChanges } from "@/db/schema/platform";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { aScheduledJob, aStartedJob, auditOf, aWorker, eventsOf, stateOf } from "../testing";
import { giveUpJob } from "./give-up-job";

const ctx = createCtx();
type Input = Parameters<typeof giveUpJob>[1];
const words = (orderId: Input["orderId"], consequence: Input["consequence"]): Input => ({
	orderId,
	reason: "A paw is hurt",
	consequence,
	idempotencyKey: newId<string>(),
});

describe("giving a job up", () => {
	it("early frees it for another worker, without penalty", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const input = words(order.orderId, "released");
		const mine = at(actingAs(ctx, worker), "2026-12-01T07:00:00Z");
		expect(await giveUpJob(mine, input)).toEqual({ consequence: "released" });
		expect(await giveUpJob(mine, input)).toEqual({ consequence: "released" });
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "waiting", assignment: null, workerId: null, ending: 0 });
		expect(endings).toEqual([]);
		const given = and(eq(assignments.orderId, order.orderId), eq(assignments.number, 1));
		expect(await ctx.db.select().from(assignments).where(given)).toMatchObject([
			{ releasedAt: new Date("2026-12-01T07:00:00Z"), releaseReason: "A paw is hurt" },
		]);
		expect(await eventsOf(ctx, order.orderId)).toEqual([
			{
				name: "execution/job.released",
				data: {
					orderId: order.orderId,
					clientId: order.clientId,
					workerId: worker.workerId,
					assignment: 1,
					reason: "A paw is hurt",
					at: "2026-12-01T07:00:00.000Z",
					withdrawn: false,
				},
			},
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.release-job", reason: "A paw is hurt" },
		]);
		const heard = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, order.orderId));
		expect(heard.at(-1)?.audiences).toContain(`worker:${worker.workerId}`);
	});

	it.each([
		["less than three hours before", "2026-12-01T07:00:00.001Z"],
		["after the agreed time", "2026-12-01T10:10:00Z"],
	])("%s is a failure", async (_when, time) => {
		const { order, worker } = await aScheduledJob(ctx);
		const mine = at(actingAs(ctx, worker), time);
		expect(await giveUpJob(mine, words(order.orderId, "failed"))).toEqual({ consequence: "failed" });
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "failed", ending: 1, workerId: worker.workerId });
		expect(endings).toMatchObject([{ failure: "gave-up", words: "A paw is hurt", decidedBy: "worker", assignment: 1 }]);
		expect(await eventsOf(ctx, order.orderId)).toMatchObject([
			{
				name: "execution/job.failed",
				data: { reason: "gave-up", words: "A paw is hurt", workerId: worker.workerId, assignment: 1, ending: 1 },
			},
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.give-up-job", reason: "A paw is hurt" },
		]);
	});

	it("after the start is a failure, too", async () => {
		const { order, worker } = await aStartedJob(ctx);
		await giveUpJob(at(actingAs(ctx, worker), "2026-12-01T10:30:00Z"), words(order.orderId, "failed"));
		expect((await stateOf(ctx, order.orderId)).endings).toMatchObject([{ outcome: "failed", failure: "gave-up" }]);
	});

	it("does nothing when it amounts to something else than the worker was told", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const late = at(actingAs(ctx, worker), "2026-12-01T08:00:00Z");
		await expect(giveUpJob(late, words(order.orderId, "released"))).rejects.toMatchObject({
			code: "execution.consequence_changed",
		});
		const early = at(actingAs(ctx, worker), "2026-11-30T08:00:00Z");
		await expect(giveUpJob(early, words(order.orderId, "failed"))).rejects.toMatchObject({
			code: "execution.consequence_changed",
		});
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
		expect(await eventsOf(ctx, order.orderId)).toEqual([]);
	});

	it("is the worker's own to do, once", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const foreign = giveUpJob(actingAs(ctx, aWorker()), words(order.orderId, "released"));
		await expect(foreign).rejects.toMatchObject({ code: "common.not_found" });
		const mine = at(actingAs(ctx, worker), "2026-12-01T09:00:00Z");
		await giveUpJob(mine, words(order.orderId, "failed"));
		await expect(giveUpJob(mine, words(order.orderId, "failed"))).rejects.toMatchObject({
			code: "execution.already_ended",
		});
	});
});
