import { execFile } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demands, normalSamples, pastResults, reservations } from "@/db/schema/matching";
import { auditEntries } from "@/db/schema/platform";
import {
	listAvailabilitiesOnRecord,
	listEndedAmong,
	listEndingsOnRecord,
	listJobsOnRecord,
} from "@/server/contexts/execution";
import { failNoShow } from "@/server/contexts/execution/commands/fail-no-show";
import { openJob } from "@/server/contexts/execution/commands/open-job";
import { scheduleJob } from "@/server/contexts/execution/commands/schedule-job";
import { setWeeklyHours } from "@/server/contexts/execution/commands/set-weekly-hours";
import { takeDaysOff } from "@/server/contexts/execution/commands/take-days-off";
import { anAssignment, aPlacedOrder } from "@/server/contexts/execution/testing";
import { addWorker, listWorkersOnRecord } from "@/server/contexts/hiring";
import { aNewWorker } from "@/server/contexts/hiring/testing";
import { aPerson } from "@/server/contexts/identity/testing";
import { listRatingsOnRecord } from "@/server/contexts/ordering";
import { rateOrder } from "@/server/contexts/ordering/commands/rate-order";
import { anEndedOrder } from "@/server/contexts/ordering/testing";
import { startTestEngine } from "@/server/engine/testing";
import { orderPlaced } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { businessDate } from "@/server/kernel/business-date";
import { after, days } from "@/server/kernel/clock";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { rebuildReplicas } from "./commands/rebuild-replicas";
import { matchingFunctions } from "./functions";
import { listDrift, type Owners } from "./queries/list-drift";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const owners: Owners = {
	workers: listWorkersOnRecord,
	availabilities: listAvailabilitiesOnRecord,
	endings: listEndingsOnRecord,
	ratings: listRatingsOnRecord,
	jobs: listJobsOnRecord,
	endedAmong: listEndedAmong,
};

async function drift() {
	const found: { replica: string; key: string }[] = [];
	for await (const { replica, drifts } of listDrift(ctx, owners))
		found.push(...drifts.map(({ key }) => ({ replica, key })));
	return found;
}

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let worker: WorkerId;
let missed: OrderId;
let current: OrderId;
let rated: OrderId;

/** An order that is placed, matched and given to the only worker, so many days ahead. */
async function given(ahead: number): Promise<OrderId> {
	const startsAt = after(ctx.clock.now(), days(ahead));
	const order = aPlacedOrder({ startsAt: startsAt.toISOString() });
	await openJob(ctx, order);
	await withTransaction(ctx, (tx) => publish(tx, orderPlaced, order));
	await engine.settle();
	await scheduleJob(ctx, anAssignment(order, worker));
	return order.orderId;
}

beforeAll(async () => {
	engine = await startTestEngine(matchingFunctions);
	({ workerId: worker } = await addWorker(manager, aNewWorker()));
	await engine.settle();
	[missed, current] = [await given(2), await given(4)];
	await failNoShow(at(ctx, after(ctx.clock.now(), days(3))), { orderId: missed, assignment: 1 });
	const inDays = (count: number) => businessDate(after(ctx.clock.now(), days(count)), "Europe/Moscow");
	const off = { workerId: worker, days: { first: inDays(20), last: inDays(21) }, reason: "", givesBack: [] };
	await takeDaysOff(manager, { ...off, idempotencyKey: newId() });
	const weeklyHours = [{ weekday: 1 as const, from: "09:00", to: "18:00" }];
	await setWeeklyHours(manager, { workerId: worker, version: 1, weeklyHours });
	const ended = await anEndedOrder(ctx, "completed");
	await rateOrder(actingAs(ctx, ended.client), {
		orderId: ended.orderId,
		stars: 4,
		words: "",
		idempotencyKey: newId(),
	});
	rated = ended.orderId;
	await engine.settle();
}, 60_000);
afterAll(() => engine.stop());

describe("what matching keeps of others' facts", () => {
	it("differs in nothing from what their owners have, once events have told it", async () => {
		expect(await drift()).toEqual([]);
	});

	it.each([
		["a worker's traits are others", "samples", () => sql`update matching.normal_samples set levels = '{"speed": 5}'`],
		[
			"a worker is at a later version",
			"samples",
			() => sql`update matching.normal_samples set version = 99, name = 'Not him'`,
		],
		[
			"somebody is in the pool whom hiring does not know",
			"samples",
			() =>
				sql`insert into matching.normal_samples (id, version, name, levels, active) values (gen_random_uuid(), 1, 'Nobody', '{}', true)`,
		],
		["hours are others", "availabilities", () => sql`update matching.availabilities set weekly_hours = null`],
		[
			"a day off was never heard of",
			"availabilities",
			() => sql`update matching.availabilities set days_off = '[]', version = 1`,
		],
		["availability is lost", "availabilities", () => sql`delete from matching.availabilities`],
		[
			"a job counts as done that was missed",
			"past-results",
			() => sql`update matching.past_results set outcome = 'completed', reason = null`,
		],
		["a result is lost", "past-results", () => sql`delete from matching.past_results`],
		[
			"there is a result that nobody decided",
			"past-results",
			() =>
				sql`insert into matching.past_results (order_id, ending, sample, outcome, at) select order_id, 9, sample, outcome, at from matching.past_results`,
		],
		["stars are others", "past-ratings", () => sql`update matching.past_ratings set stars = 1`],
		["stars are lost", "past-ratings", () => sql`delete from matching.past_ratings`],
		[
			"a job's time is free",
			"calendars",
			() =>
				sql`update matching.reservations set status = 'released', released_at = now(), released_by = 'given-back' where order_id = ${current}`,
		],
		[
			"a job's time is another",
			"calendars",
			() =>
				sql`update matching.reservations set ends_at = ends_at + interval '1 hour' where order_id = ${current} and status = 'held'`,
		],
		[
			"the time of a job that has ended is held",
			"calendars",
			() =>
				sql`update matching.reservations set status = 'held', released_at = null, released_by = null where order_id = ${missed}`,
		],
	] as const)("is found to have drifted and is mended, on record, where %s", async (_what, replica, plant) => {
		await ctx.db.execute(plant());
		expect(await drift()).toMatchObject([{ replica }]);
		const before = await ctx.db.$count(auditEntries, eq(auditEntries.subject, `replica:${replica}`));
		expect(await rebuildReplicas(ctx, owners)).toContainEqual({ replica, mended: 1 });
		expect(await drift()).toEqual([]);
		expect(await ctx.db.$count(auditEntries, eq(auditEntries.subject, `replica:${replica}`))).toBe(before + 1);
		expect(await ctx.db.select().from(pastResults).where(eq(pastResults.order, missed))).toMatchObject([
			{ sample: worker, outcome: "failed", reason: "no-show" },
		]);
		const held = await ctx.db.select().from(reservations).where(eq(reservations.order, current));
		expect(held.filter(({ status }) => status === "held")).toMatchObject([{ sample: worker }]);
		expect(await ctx.db.select().from(demands).where(eq(demands.order, current))).toMatchObject([{ state: "matched" }]);
	});

	it("comes back whole when all of it is lost, but for what a calendar can't hold twice", async () => {
		await ctx.db.execute(sql`delete from matching.availabilities`);
		await ctx.db.execute(sql`delete from matching.past_results`);
		await ctx.db.execute(sql`delete from matching.past_ratings`);
		await ctx.db.execute(sql`update matching.normal_samples set version = 0, active = false`);
		const other = newId<OrderId>();
		await ctx.db.execute(
			sql`update matching.reservations set order_id = order_id, status = 'released', released_at = now(), released_by = 'given-back' where order_id = ${current} and status = 'held'`,
		);
		await ctx.db.insert(demands).values({ order: other, state: "ended" });
		const [job] = await ctx.db.select().from(demands).where(eq(demands.order, current));
		const during = { startsAt: job?.startsAt ?? new Date(), endsAt: job?.endsAt ?? new Date() };
		await ctx.db.insert(reservations).values({ order: other, match: 1, sample: worker, ...during, heldAt: new Date() });
		await rebuildReplicas(ctx, owners);
		expect(await drift()).toEqual([{ replica: "calendars", key: current }]);
		await ctx.db.delete(reservations).where(eq(reservations.order, other));
		await rebuildReplicas(ctx, owners);
		expect(await drift()).toEqual([]);
		expect(await ctx.db.select().from(normalSamples).where(eq(normalSamples.id, worker))).toMatchObject([
			{ active: true, levels: { "jar-tossing": 5, patience: -2 } },
		]);
		expect(await ctx.db.execute(sql`select stars from matching.past_ratings where order_id = ${rated}`)).toEqual([
			{ stars: 4 },
		]);
	});

	it.each(["manager", "worker", "client"] as const)("is rebuilt by the house alone: not by a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		for (const ask of Object.values(owners))
			await expect(ask(other, [] as never)).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});

it("npm run replicas:check tells of drift, and mends it when asked to", async () => {
	const run = (...args: string[]) =>
		new Promise<{ code: number; output: string }>((resolve) => {
			const env = { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" };
			const command = ["--import", "tsx", "scripts/replicas-check.ts", ...args];
			const child = execFile(process.execPath, command, { env }, (_error, out, err) =>
				resolve({ code: child.exitCode ?? -1, output: out + err }),
			);
		});
	await ctx.db.execute(sql`update matching.past_ratings set stars = 1`);
	const { code, output } = await run("--rebuild");
	expect(output).toMatch(/DRIFT {2}past-ratings: 1\n\s+\S+: .*"stars":1/);
	expect(output).toMatch(/mended 1 of past-ratings\n(.*\n)*holds {2}past-ratings\n(.*\n)*No replica has drifted\./);
	expect(code).toBe(0);
	expect(await drift()).toEqual([]);
}, 60_000);
