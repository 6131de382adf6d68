import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { checkIns } from "@/db/schema/execution";
import { files } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type FileId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import {
	aKitFact,
	anAssignment,
	aPhoto,
	aScheduledJob,
	aStartedJob,
	auditOf,
	aWaitingJob,
	aWorker,
	eventsOf,
	stateOf,
} from "../testing";
import { allowStartWithoutKit } from "./allow-start-without-kit";
import { finishJob } from "./finish-job";
import { giveUpJob } from "./give-up-job";
import { recordKit } from "./record-kit";
import { scheduleJob } from "./schedule-job";
import { startJob } from "./start-job";

const ctx = createCtx();
const key = () => newId<string>();

/** A start by a person at a time on the day of the job. */
async function start(
	job: { orderId: Parameters<typeof startJob>[1]["orderId"] },
	who: ReturnType<typeof aWorker>,
	time: string,
) {
	const photoId = await aPhoto(ctx, who);
	return startJob(at(actingAs(ctx, who), `2026-12-01T${time}Z`), {
		orderId: job.orderId,
		photoId,
		idempotencyKey: key(),
	});
}

describe("starting a job (R-180)", () => {
	it("needs the worker, the photo and the kit, and is put on record and told", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const photoId = await aPhoto(ctx, worker);
		const input = { orderId: order.orderId, photoId, idempotencyKey: key() };
		const answer = await startJob(at(actingAs(ctx, worker), "2026-12-01T09:50:00Z"), input);
		expect(answer).toEqual({ at: "2026-12-01T09:50:00.000Z" });
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "started", assignment: 1, ending: 0 });
		expect(endings).toEqual([]);
		expect(await ctx.db.select().from(checkIns).where(eq(checkIns.orderId, order.orderId))).toMatchObject([
			{ assignment: 1, workerId: worker.workerId, photoId, kitIssued: true, at: new Date("2026-12-01T09:50:00Z") },
		]);
		expect(await ctx.db.select().from(files).where(eq(files.id, photoId))).toMatchObject([
			{ context: "execution", subject: `start:${order.orderId}` },
		]);
		expect(await eventsOf(ctx, order.orderId)).toEqual([
			{
				name: "execution/job.started",
				data: {
					orderId: order.orderId,
					clientId: order.clientId,
					workerId: worker.workerId,
					assignment: 1,
					at: answer.at,
					photoId,
					kitIssued: true,
				},
			},
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.start-job", actor: { kind: "person", id: worker.accountId } },
		]);
	});

	it("is possible from half an hour before", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		await expect(start(order, worker, "09:29:59.999")).rejects.toMatchObject({
			code: "execution.too_early",
			details: { from: Date.parse("2026-12-01T09:30:00Z") },
		});
		await expect(start(order, worker, "09:30:00")).resolves.toBeDefined();
	});

	it("is possible for a late worker as long as nobody has decided that it failed", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		await expect(start(order, worker, "10:40:00")).resolves.toBeDefined();
	});

	it("waits for the kit, unless a manager allows otherwise with a reason", async () => {
		const { order, worker } = await aScheduledJob(ctx, { kit: false });
		await expect(start(order, worker, "09:50:00")).rejects.toMatchObject({ code: "execution.kit_not_issued" });
		const override = { orderId: order.orderId, reason: "The client has everything", idempotencyKey: key() };
		await expect(allowStartWithoutKit(actingAs(ctx, worker), override)).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		expect(await allowStartWithoutKit(actingAs(ctx, aPerson("manager")), override)).toEqual({ assignment: 1 });
		await start(order, worker, "09:50:00");
		expect(await ctx.db.select().from(checkIns).where(eq(checkIns.orderId, order.orderId))).toMatchObject([
			{ kitIssued: false },
		]);
		expect(await auditOf(ctx, order.orderId)).toMatchObject([
			{ action: "execution.allow-start-without-kit", reason: "The client has everything" },
			{ action: "execution.start-job" },
		]);
	});

	it("is refused again when the issue of the kit has been undone", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const undone = aKitFact(order, worker.workerId, "2026-11-30T10:00:05.000Z");
		await recordKit(ctx, { ...undone, issued: false });
		await expect(start(order, worker, "09:50:00")).rejects.toMatchObject({ code: "execution.kit_not_issued" });
	});

	it("pressed twice is one start with one answer; with another photo the key is refused", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const input = { orderId: order.orderId, photoId: await aPhoto(ctx, worker), idempotencyKey: key() };
		const mine = at(actingAs(ctx, worker), "2026-12-01T09:50:00Z");
		const first = await startJob(mine, input);
		expect(await startJob(at(mine, "2026-12-01T09:51:00Z"), input)).toEqual(first);
		const other = { ...input, photoId: await aPhoto(ctx, worker) };
		await expect(startJob(mine, other)).rejects.toMatchObject({ code: "common.idempotency_key_reused" });
		await expect(start(order, worker, "09:52:00")).rejects.toMatchObject({ code: "execution.already_started" });
		expect(await eventsOf(ctx, order.orderId)).toHaveLength(1);
	});

	it("takes only a photo of the worker's own that is not used elsewhere", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const mine = at(actingAs(ctx, worker), "2026-12-01T09:50:00Z");
		const input = { orderId: order.orderId, idempotencyKey: key() };
		const stolen = await aPhoto(ctx, aWorker());
		for (const photoId of [stolen, newId<FileId>()]) {
			await expect(startJob(mine, { ...input, photoId })).rejects.toMatchObject({ code: "files.unknown" });
		}
		const { photoId, worker: other, order: theirs } = await aStartedJob(ctx);
		const reused = { orderId: theirs.orderId, reportPhotoId: photoId, idempotencyKey: key() };
		await expect(finishJob(actingAs(ctx, other), reused)).rejects.toMatchObject({ code: "files.already_used" });
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
		expect((await stateOf(ctx, theirs.orderId)).job.state).toBe("started");
	});

	it("is nobody else's: not a stranger's, not the client's, not a manager's, not of one who gave it back", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const free = at(actingAs(ctx, worker), "2026-11-24T10:00:00Z");
		await giveUpJob(free, { orderId: order.orderId, reason: "Ill", consequence: "released", idempotencyKey: key() });
		await scheduleJob(at(ctx, "2026-11-24T10:01:00Z"), anAssignment(order, aWorker().workerId, 2));
		const client = { ...aPerson("client"), clientId: order.clientId };
		for (const person of [aWorker(), worker, client, aPerson("manager", "admin")]) {
			const input = { orderId: order.orderId, photoId: await aPhoto(ctx, person), idempotencyKey: key() };
			const theirs = at(actingAs(ctx, person), "2026-12-01T09:50:00Z");
			await expect(startJob(theirs, input)).rejects.toMatchObject({ code: "common.not_found" });
		}
		const unknown = { orderId: newId<typeof order.orderId>(), photoId: newId<FileId>(), idempotencyKey: key() };
		await expect(startJob(free, unknown)).rejects.toMatchObject({ code: "common.not_found" });
	});

	it("of a job that nobody has is nobody's", async () => {
		const order = await aWaitingJob(ctx);
		await expect(start(order, aWorker(), "09:50:00")).rejects.toMatchObject({ code: "common.not_found" });
	});
});

describe("finishing a job (R-180)", () => {
	it("takes the photo of the signed form, ends the job, and is put on record and told", async () => {
		const { order, worker } = await aStartedJob(ctx);
		const reportPhotoId = await aPhoto(ctx, worker);
		const input = { orderId: order.orderId, reportPhotoId, idempotencyKey: key() };
		const mine = at(actingAs(ctx, worker), "2026-12-01T11:20:00Z");
		const answer = await finishJob(mine, input);
		expect(await finishJob(mine, input)).toEqual(answer);
		const { job, endings } = await stateOf(ctx, order.orderId);
		expect(job).toMatchObject({ state: "completed", ending: 1, workerId: worker.workerId });
		expect(endings).toMatchObject([
			{ number: 1, outcome: "completed", failure: null, decidedBy: "worker", reportPhotoId, assignment: 1 },
		]);
		expect((await eventsOf(ctx, order.orderId)).at(-1)).toEqual({
			name: "execution/job.completed",
			data: {
				orderId: order.orderId,
				orderNumber: order.orderNumber,
				clientId: order.clientId,
				workerId: worker.workerId,
				assignment: 1,
				ending: 1,
				at: "2026-12-01T11:20:00.000Z",
				reportPhotoId,
			},
		});
		expect((await auditOf(ctx, order.orderId)).at(-1)).toMatchObject({ action: "execution.finish-job" });
		const again = { ...input, idempotencyKey: key() };
		await expect(finishJob(mine, again)).rejects.toMatchObject({ code: "execution.already_ended" });
	});

	it("comes after starting, and is nobody else's", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const input = async (who: typeof worker) => ({
			orderId: order.orderId,
			reportPhotoId: await aPhoto(ctx, who),
			idempotencyKey: key(),
		});
		const early = finishJob(actingAs(ctx, worker), await input(worker));
		await expect(early).rejects.toMatchObject({ code: "execution.not_started" });
		const stranger = aWorker();
		const foreign = finishJob(actingAs(ctx, stranger), await input(stranger));
		await expect(foreign).rejects.toMatchObject({ code: "common.not_found" });
	});
});
