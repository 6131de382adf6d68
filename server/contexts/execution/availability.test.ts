import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { type Actor, visitor } from "@/server/kernel/actor";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { createCallerFactory } from "@/server/trpc/procedures";
import { scheduleJob } from "./commands/schedule-job";
import { executionRouter } from "./router";
import { anAssignment, aScheduledJob, aStartedJob, aWaitingJob, aWorker, eventsOf, stateOf } from "./testing";

const ctx = createCtx();
const create = createCallerFactory(executionRouter);
/** A Monday; the business day in Moscow is the same. */
const as = (actor: Actor, time = "2026-11-23T09:00:00Z") => create(at(actingAs(ctx, actor), time));
const manager = aPerson("manager");
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", to: "18:00" }));
const first = { first: "2026-12-01", last: "2026-12-01" };
const off = (workerId: WorkerId, given: { days?: typeof first; givesBack?: OrderId[]; reason?: string } = {}) => ({
	...{ workerId, days: first, givesBack: [], reason: "", idempotencyKey: newId<string>() },
	...given,
});

const published = (workerId: WorkerId): Promise<{ data: Record<string, unknown> }[]> =>
	ctx.db.execute(
		sql`select data from events.outbox where name = 'execution/availability.changed' and subjects @> array[${`worker:${workerId}`}] order by sequence`,
	);
const audited = (workerId: WorkerId): Promise<{ action: string; reason: string | null }[]> =>
	ctx.db.execute(
		sql`select action, reason from platform.audit_entries where subject = ${`worker:${workerId}`} order by id`,
	);

describe("weekly hours", () => {
	it("are always, at version 0, until something is said", async () => {
		const { workerId } = aWorker();
		expect(await as(manager).availability({ workerId })).toEqual({ version: 0, weeklyHours: null, daysOff: [] });
	});

	it("are said by the worker or a manager, numbered, put on record and told to everybody", async () => {
		const worker = aWorker();
		const { workerId } = worker;
		const backwards = [...weekdays].reverse();
		expect(await as(worker).setWeeklyHours({ workerId, version: 0, weeklyHours: backwards })).toEqual({ version: 1 });
		expect(await as(manager).setWeeklyHours({ workerId, version: 1, weeklyHours: null })).toEqual({ version: 2 });
		expect((await published(workerId)).map(({ data }) => data)).toMatchObject([
			{ workerId, version: 1, weeklyHours: weekdays, daysOff: [] },
			{ workerId, version: 2, weeklyHours: null },
		]);
		expect(await audited(workerId)).toMatchObject([
			{ action: "execution.set-weekly-hours" },
			{ action: "execution.set-weekly-hours" },
		]);
	});

	it("are not overwritten by who saw older ones", async () => {
		const worker = aWorker();
		const { workerId } = worker;
		const both = [as(worker), as(manager)].map((who) => who.setWeeklyHours({ workerId, version: 0, weeklyHours: [] }));
		const refused = (await Promise.allSettled(both)).filter(({ status }) => status === "rejected");
		expect(refused).toMatchObject([{ reason: { cause: { code: "common.stale" } } }]);
		expect(await published(workerId)).toHaveLength(1);
	});

	it("don't overlap within a day", async () => {
		const { workerId } = aWorker();
		const weeklyHours = [...weekdays, { weekday: 1, from: "17:00", to: "20:00" }];
		const attempt = as(manager).setWeeklyHours({ workerId, version: 0, weeklyHours });
		await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
	});
});

describe("days off", () => {
	it("give back what somebody else can still take, with the reason, and tell everybody", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const { workerId } = worker;
		const mine = as(worker);
		expect(await mine.jobsOnDays({ workerId, days: first })).toMatchObject([
			{ orderId: order.orderId, orderNumber: order.orderNumber, givenBack: true },
		]);
		const input = off(workerId, { givesBack: [order.orderId], reason: "A wedding" });
		const done = { version: 1, givenBack: [order.orderId] };
		expect(await mine.takeDaysOff(input)).toEqual(done);
		expect(await mine.takeDaysOff(input)).toEqual(done);
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "waiting", workerId: null });
		expect((await eventsOf(ctx, order.orderId)).at(-1)).toMatchObject({
			name: "execution/job.released",
			data: { workerId, assignment: 1, reason: "A wedding" },
		});
		expect((await published(workerId)).map(({ data }) => data)).toMatchObject([{ version: 1, daysOff: [first] }]);
		expect(await audited(workerId)).toMatchObject([{ action: "execution.take-days-off", reason: "A wedding" }]);
	});

	it("leave the worker what it is too late for, and what is under way", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		const { workerId } = worker;
		const late = as(worker, "2026-12-01T08:30:00Z");
		expect(await late.jobsOnDays({ workerId, days: first })).toMatchObject([{ givenBack: false }]);
		expect((await late.takeDaysOff(off(workerId))).givenBack).toEqual([]);
		expect((await stateOf(ctx, order.orderId)).job).toMatchObject({ state: "scheduled", workerId });
		const begun = await aStartedJob(ctx);
		const running = as(begun.worker, "2026-12-01T10:30:00Z");
		const mine = begun.worker.workerId;
		expect(await running.jobsOnDays({ workerId: mine, days: first })).toMatchObject([{ givenBack: false }]);
	});

	it("tell anew when other jobs are concerned than was said", async () => {
		const { order, worker } = await aScheduledJob(ctx);
		await expect(as(worker).takeDaysOff(off(worker.workerId))).rejects.toMatchObject({
			cause: { code: "execution.day_off_jobs_changed" },
		});
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("scheduled");
		expect(await published(worker.workerId)).toEqual([]);
	});

	it("are by the calendar of the business, and what reaches into them counts", async () => {
		// 23:30 in Moscow, for two hours: it ends on the first of December.
		const { worker } = await aScheduledJob(ctx, { startsAt: "2026-11-30T20:30:00.000Z", durationMinutes: 120 });
		const { workerId } = worker;
		const found = async (date: string) =>
			(await as(worker).jobsOnDays({ workerId, days: { first: date, last: date } })).length;
		expect([await found("2026-11-29"), await found("2026-11-30"), await found("2026-12-01")]).toEqual([0, 1, 1]);
	});

	it("can't be taken twice, nor yesterday, and can be given up again", async () => {
		const worker = aWorker();
		const { workerId } = worker;
		const mine = as(worker);
		await mine.takeDaysOff(off(workerId, { days: { first: "2026-12-01", last: "2026-12-05" } }));
		const again = mine.takeDaysOff(off(workerId, { days: { first: "2026-12-05", last: "2026-12-06" } }));
		await expect(again).rejects.toMatchObject({ cause: { code: "execution.days_off_overlap" } });
		const past = mine.takeDaysOff(off(workerId, { days: { first: "2026-11-22", last: "2026-11-25" } }));
		await expect(past).rejects.toMatchObject({ cause: { code: "execution.days_off_past" } });
		const days = { first: "2026-12-01", last: "2026-12-05" };
		expect(await mine.dropDaysOff({ workerId, days })).toEqual({ version: 2 });
		await expect(mine.dropDaysOff({ workerId, days })).rejects.toMatchObject({ code: "NOT_FOUND" });
		expect((await published(workerId)).map(({ data }) => data.daysOff)).toEqual([[days], []]);
	});

	it("give back a job that matching gave while they were being taken, if there is time", async () => {
		const worker = aWorker();
		const { workerId } = worker;
		await as(worker).takeDaysOff(off(workerId));
		const order = await aWaitingJob(ctx);
		await scheduleJob(at(ctx, "2026-11-23T09:00:01Z"), anAssignment(order, workerId));
		expect((await stateOf(ctx, order.orderId)).job.state).toBe("waiting");
		expect((await eventsOf(ctx, order.orderId)).map(({ name }) => name)).toContain("execution/job.released");
		const late = await aWaitingJob(ctx);
		await scheduleJob(at(ctx, "2026-12-01T09:00:00Z"), anAssignment(late, workerId));
		expect((await stateOf(ctx, late.orderId)).job).toMatchObject({ state: "scheduled", workerId });
	});
});

describe("somebody else's availability", () => {
	const { workerId } = aWorker();
	const attempts = (who: Actor) => {
		const caller = as(who);
		return [
			() => caller.availability({ workerId }),
			() => caller.jobsOnDays({ workerId, days: first }),
			() => caller.setWeeklyHours({ workerId, version: 0, weeklyHours: null }),
			() => caller.takeDaysOff(off(workerId)),
			() => caller.dropDaysOff({ workerId, days: first }),
		];
	};

	it.each([
		["another worker", aWorker(), "NOT_FOUND"],
		["a client", aPerson("client"), "FORBIDDEN"],
		["the warehouse", aPerson("warehouse"), "FORBIDDEN"],
		["a visitor", visitor, "UNAUTHORIZED"],
	] as const)("is not for %s", async (_who, actor, code) => {
		for (const attempt of attempts(actor)) await expect(attempt()).rejects.toMatchObject({ code });
	});
});
