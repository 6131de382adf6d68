import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type ServiceTypeId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { allowStartWithoutKit } from "../commands/allow-start-without-kit";
import { correctEnding } from "../commands/correct-ending";
import { failNoShow } from "../commands/fail-no-show";
import { finishJob } from "../commands/finish-job";
import { raiseOverdue } from "../commands/raise-overdue";
import { scheduleJob } from "../commands/schedule-job";
import { startJob } from "../commands/start-job";
import { takeDaysOff } from "../commands/take-days-off";
import { anAssignment, aPhoto, aScheduledJob, aStartedJob, aWaitingJob, aWorker } from "../testing";
import { getAttention } from "./get-attention";
import { getWorkerWeek } from "./get-worker-week";
import { listWorkerResults } from "./list-worker-results";

const ctx = createCtx();
const office = (time: string) => at(actingAs(ctx, aPerson("manager")), time);

describe("what needs a manager now", () => {
	it("is a job whose time has come without a check-in, and a started one that is overdue", async () => {
		const { order: late } = await aScheduledJob(ctx, { startsAt: "2026-11-30T10:00:00.000Z" });
		const { order: begun } = await aStartedJob(ctx, { startsAt: "2026-11-30T11:00:00.000Z" });
		expect(await getAttention(office("2026-11-30T09:59:59Z"))).toEqual({
			late: { count: 0, items: [] },
			overdue: { count: 0, items: [] },
		});
		await raiseOverdue(at(ctx, "2026-11-30T14:30:00Z"), { orderId: begun.orderId, assignment: 1 });
		const now = await getAttention(office("2026-11-30T14:30:00Z"));
		expect(now).toMatchObject({
			late: { count: 1, items: [{ orderId: late.orderId, number: late.orderNumber }] },
			overdue: { count: 1, items: [{ orderId: begun.orderId, overdueAt: new Date("2026-11-30T14:30:00Z") }] },
		});
	});
});

/** A job of a worker who has others, ended so. */
async function aJobOf(
	worker: ReturnType<typeof aWorker>,
	how: { startsAt: string; startedAt?: string; type: ServiceTypeId },
) {
	const order = await aWaitingJob(ctx, { startsAt: how.startsAt, serviceTypeId: how.type });
	await scheduleJob(at(ctx, "2026-11-22T10:01:00Z"), {
		...anAssignment(order, worker.workerId),
		serviceTypeId: how.type,
	});
	if (!how.startedAt) return order;
	const key = () => newId<string>();
	const { orderId } = order;
	await allowStartWithoutKit(office("2026-11-23T10:00:00Z"), { orderId, reason: "Test", idempotencyKey: key() });
	const theirs = at(actingAs(ctx, worker), how.startedAt);
	await startJob(theirs, { orderId, photoId: await aPhoto(ctx, worker), idempotencyKey: key() });
	await finishJob(theirs, { orderId, reportPhotoId: await aPhoto(ctx, worker), idempotencyKey: key() });
	return order;
}

describe("a worker's results", () => {
	it("are told by service type: endings in force, no-shows, and how many began on time", async () => {
		const worker = aWorker();
		const [windows, sofas] = [newId<ServiceTypeId>(), newId<ServiceTypeId>()];
		await aJobOf(worker, { startsAt: "2026-12-07T08:00:00.000Z", startedAt: "2026-12-07T08:00:59Z", type: windows });
		await aJobOf(worker, { startsAt: "2026-12-07T12:00:00.000Z", startedAt: "2026-12-07T12:01:00Z", type: windows });
		const missed = await aJobOf(worker, { startsAt: "2026-12-08T08:00:00.000Z", type: windows });
		const forgiven = await aJobOf(worker, { startsAt: "2026-12-09T08:00:00.000Z", type: sofas });
		for (const { orderId, startsAt } of [missed, forgiven]) {
			await failNoShow(at(ctx, new Date(new Date(startsAt).getTime() + 3_600_000)), { orderId, assignment: 1 });
		}
		const correction = { orderId: forgiven.orderId, ending: 1, outcome: "cancelled" as const, reason: "Wrong address" };
		await correctEnding(office("2026-12-09T12:00:00Z"), { ...correction, idempotencyKey: newId() });
		expect(await listWorkerResults(office("2026-12-10T08:00:00Z"), worker)).toMatchObject([
			{ serviceTypeId: windows, completed: 2, failed: 1, noShow: 1, cancelled: 0, checkedIn: 2, onTime: 1 },
			{ serviceTypeId: sofas, completed: 0, failed: 0, noShow: 0, cancelled: 1, checkedIn: 0, onTime: 0 },
		]);
		expect(await listWorkerResults(office("2026-12-10T08:00:00Z"), aWorker())).toEqual([]);
	});
});

describe("a worker's week", () => {
	it("goes from Monday to Sunday in the business time zone and shows what ended, too", async () => {
		const worker = aWorker();
		// Sunday 20:59 UTC is Sunday in Moscow; a minute later it is Monday there.
		const sunday = await aJobOf(worker, { startsAt: "2026-12-06T20:59:00.000Z", type: newId() });
		const monday = await aJobOf(worker, { startsAt: "2026-12-06T21:00:00.000Z", type: newId() });
		const friday = {
			startsAt: "2026-12-11T08:00:00.000Z",
			startedAt: "2026-12-11T08:00:00Z",
			type: newId<ServiceTypeId>(),
		};
		const done = await aJobOf(worker, friday);
		const off = { workerId: worker.workerId, reason: "", givesBack: [], idempotencyKey: newId<string>() };
		const days = { first: "2026-12-12", last: "2026-12-20" };
		await takeDaysOff(actingAs(at(ctx, "2026-12-09T08:00:00Z"), worker), { ...off, days });
		const week = await getWorkerWeek(office("2026-12-09T08:00:00Z"), {
			workerId: worker.workerId,
			day: new Date("2026-12-09T08:00:00Z"),
		});
		expect(week.monday).toBe("2026-12-07");
		expect(week.daysOff).toEqual(["2026-12-12", "2026-12-13"]);
		expect(week.jobs.map(({ orderId, state }) => [orderId, state])).toEqual([
			[monday.orderId, "scheduled"],
			[done.orderId, "completed"],
		]);
		const earlier = { workerId: worker.workerId, day: new Date("2026-12-06T12:00:00Z") };
		expect((await getWorkerWeek(office("2026-12-09T08:00:00Z"), earlier)).jobs).toMatchObject([
			{ orderId: sunday.orderId },
		]);
	});
});

const { workerId } = aWorker();
const asked = {
	attention: getAttention,
	results: (as: typeof ctx) => listWorkerResults(as, { workerId }),
	week: (as: typeof ctx) => getWorkerWeek(as, { workerId, day: new Date("2026-12-09T08:00:00Z") }),
};

it.each(Object.entries(asked))("%s is for managers alone", async (_name, ask) => {
	for (const role of ["client", "worker", "warehouse"] as const) {
		await expect(ask(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
	}
});
