import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { rawSql } from "@/db/client";
import { days, hours, after as later, minutes } from "@/server/kernel/clock";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { inngest } from "../inngest/client";
import { cycle } from "../inngest/define";
import { businessNow } from "./store";
import { startTestEngine } from "./testing";
import { advanceTo, beginTimeAt, idle, NotIdle, nextStop, nextTimer } from "./time-machine";

const log: { what: string; at: Date }[] = [];
const note = async (what: string) => void log.push({ what, at: await businessNow(rawSql()) });

const sleeper = inngest.createFunction(
	{ id: "try/sleeper", triggers: [{ event: "try/sleeper" }] },
	async ({ step, event }) => {
		const { name, hours: length } = z.object({ name: z.string(), hours: z.number() }).parse(event.data);
		await step.sleep("nap", `${length}h`);
		await step.run("wake", () => note(name));
		await step.sleepUntil("second nap", later(await wokenAt(name), hours(1)));
		await step.run("wake again", () => note(`${name} again`));
	},
);
const wokenAt = async (name: string) => log.find(({ what }) => what === name)?.at ?? (await businessNow(rawSql()));

const ticks: string[] = [];
const weekly = cycle({
	id: "try/weekly",
	cron: "0 22 * * 0",
	timeZone: "Europe/Moscow",
	run: ({ step, tick }) => step.run("tick", () => ticks.push(`weekly ${tick.toISOString()}`)),
});
const quarterly = cycle({
	id: "try/quarter-hourly",
	cron: "*/15 * * * *",
	timeZone: "UTC",
	run: ({ step, tick }) => step.run("tick", () => ticks.push(`quarter ${tick.toISOString()}`)),
});

let engine: Awaited<ReturnType<typeof startTestEngine>> | undefined;
const MONDAY = new Date("2027-03-01T00:00:00Z");
beforeAll(() => moveBusinessTimeTo(MONDAY));
afterEach(async () => {
	await engine?.stop();
	engine = undefined;
	log.length = 0;
	ticks.length = 0;
	await rawSql()`delete from engine.crons`;
	await rawSql()`delete from engine.runs`;
});
const now = () => businessNow(rawSql());
const ofKind = (kind: string) => ticks.filter((tick) => tick.startsWith(kind)).map((tick) => tick.split(" ")[1]);

describe("the time machine", () => {
	test("goes from timer to timer, each finished before the next", async () => {
		engine = await startTestEngine([sleeper]);
		const start = await now();
		const send = (name: string, length: number) => ({ name: "try/sleeper", data: { name, hours: length } });
		await inngest.send([send("long", 6), send("short", 2), send("middle", 4)]);
		const seen: string[] = [];
		await advanceTo(later(start, hours(8)), { onTimer: ({ functionId }) => seen.push(functionId) });
		expect(log.map(({ what }) => what)).toEqual([
			"short",
			"short again",
			"middle",
			"middle again",
			"long",
			"long again",
		]);
		expect(seen).toEqual(Array.from({ length: 6 }, () => "try/sleeper"));
		const waited = log.map(({ at }) => Math.round((at.getTime() - start.getTime()) / hours(0.1)) / 10);
		expect(waited).toEqual([2, 3, 4, 5, 6, 7]);
	});

	test("names the next timer: when, of which function and run, about what", async () => {
		engine = await startTestEngine([sleeper, weekly]);
		const tick = await nextTimer();
		expect(tick).toMatchObject({ functionId: "try/weekly", runId: null, what: "TZ=Europe/Moscow 0 22 * * 0" });
		await inngest.send({ name: "try/sleeper", data: { name: "soon", hours: 1 } });
		await engine.settle();
		const [run] = await rawSql()`select id from engine.runs`;
		const timer = await nextTimer();
		expect(timer).toMatchObject({ functionId: "try/sleeper", runId: run?.id, what: "nap" });
		expect(timer?.at.getTime()).toBeGreaterThan(later(await now(), minutes(59)).getTime());
	});

	test("says what is stuck when the engine does not come to rest", async () => {
		const stuck = inngest.createFunction({ id: "try/stuck", triggers: [{ event: "try/stuck" }] }, async ({ step }) =>
			step.run("s", () => new Promise((resolve) => setTimeout(resolve, 600))),
		);
		engine = await startTestEngine([stuck]);
		await inngest.send({ name: "try/stuck", data: {} });
		const waiting = idle({ timeoutMs: 250 });
		await expect(waiting).rejects.toThrow(NotIdle);
		await expect(waiting).rejects.toThrow(/try\/stuck \(run .*, attempt 0, under way\)/);
		await engine.settle();
	});

	test("waits for retries that come within seconds", async () => {
		let tries = 0;
		const flaky = inngest.createFunction({ id: "try/flaky", triggers: [{ event: "try/flaky" }] }, async ({ step }) =>
			step.run("f", () => {
				if (++tries < 3) throw new Error("again");
			}),
		);
		engine = await startTestEngine([flaky], { settings: { backoff: () => 400 } });
		await inngest.send({ name: "try/flaky", data: {} });
		await engine.settle();
		expect(tries).toBe(3);
	});
});

describe("business time", () => {
	test("rules sleeps, and is not what backoff and leases go by", async () => {
		let tries = 0;
		const flaky = inngest.createFunction(
			{ id: "try/early-bird", triggers: [{ event: "try/early-bird" }] },
			async ({ step }) =>
				step.run("f", () => {
					if (++tries === 1) throw new Error("again");
				}),
		);
		engine = await startTestEngine([flaky, sleeper], { settings: { backoff: () => 60_000 } });
		await inngest.send([
			{ name: "try/early-bird", data: {} },
			{ name: "try/sleeper", data: { name: "sleeps", hours: 3 } },
		]);
		await idle({ retriesWithinMs: 0 });
		await advanceTo(later(await now(), days(1)), { retriesWithinMs: 0 });
		expect(log.map(({ what }) => what)).toEqual(["sleeps", "sleeps again"]);
		expect(tries).toBe(1);
	});
});

describe("a cycle", () => {
	test("ticks in its time zone, over a change of summer time, every period once and in order", async () => {
		engine = await startTestEngine([weekly]);
		await engine.travelTo("2027-04-12T00:00:00Z");
		expect(ofKind("weekly")).toEqual([
			"2027-03-07T19:00:00.000Z",
			"2027-03-14T19:00:00.000Z",
			"2027-03-21T19:00:00.000Z",
			"2027-03-28T19:00:00.000Z",
			"2027-04-04T19:00:00.000Z",
			"2027-04-11T19:00:00.000Z",
		]);
	});

	test("stops once an hour for a cycle that only looks whether something is due, and does not name it as news", async () => {
		engine = await startTestEngine([quarterly, sleeper]);
		const start = await now();
		expect(await nextTimer()).toBeNull();
		await inngest.send({ name: "try/sleeper", data: { name: "nap", hours: 30 } });
		await engine.travelTo(later(start, hours(3)));
		expect(ofKind("quarter")).toHaveLength(3);
		expect(ofKind("quarter").every((tick) => tick?.includes(":00:00.000Z"))).toBe(true);
		expect(await nextTimer()).toMatchObject({ functionId: "try/sleeper" });
	});

	test("that only looks does not tick on a journey for nothing, and ticks as ever after it", async () => {
		engine = await startTestEngine([quarterly]);
		const start = await now();
		const evening = new Date(Math.ceil(start.getTime() / hours(1)) * hours(1) + hours(20));
		const looksAt = (tick: Date) => (tick <= evening ? evening : later(evening, days(1)));
		await nextStop({ looksAt });
		await moveBusinessTimeTo(later(start, hours(10)));
		await engine.settle();
		expect(ofKind("quarter")).toEqual([]);
		await advanceTo(later(start, hours(22)), { looksAt });
		expect(ofKind("quarter")).toEqual([evening.toISOString()]);
		const [cron] = await rawSql()<{ next_at: Date }[]>`select next_at from engine.crons`;
		expect(cron?.next_at.getTime()).toBeLessThanOrEqual(later(await now(), minutes(15)).getTime());
	});

	test("ticks from the beginning of a time that begins in the past", async () => {
		await rawSql()`delete from platform.business_clock`;
		engine = await startTestEngine([weekly]);
		const begin = later(await now(), days(-20));
		await beginTimeAt(begin);
		await engine.travelTo(later(begin, days(15)));
		expect(ofKind("weekly")).toHaveLength(2);
		await moveBusinessTimeTo(MONDAY);
	});

	test("makes up for what was missed while all instances were off: each period, but close ticks once", async () => {
		engine = await startTestEngine([weekly, quarterly]);
		await engine.stop();
		await moveBusinessTimeTo(later(await now(), days(21)));
		engine = await startTestEngine([weekly, quarterly]);
		await engine.settle();
		expect(ofKind("weekly")).toHaveLength(3);
		expect(ofKind("weekly").toSorted()).toEqual(ofKind("weekly"));
		expect(ofKind("quarter")).toHaveLength(1);
	});

	test("ticks once for several instances", async () => {
		engine = await startTestEngine([weekly]);
		const others = await Promise.all([startTestEngine([weekly]), startTestEngine([weekly])]);
		await engine.travelTo(later(await now(), days(28)));
		expect(ofKind("weekly")).toHaveLength(4);
		await Promise.all(others.map((other) => other.stop()));
	});

	test("that is another one in a new build forgets its old calendar", async () => {
		engine = await startTestEngine([weekly]);
		await engine.stop();
		const moved = cycle({ id: "try/weekly", cron: "0 9 * * 1", timeZone: "UTC", run: async () => null });
		engine = await startTestEngine([moved]);
		expect([...(await rawSql()`select expression from engine.crons`)]).toEqual([{ expression: "TZ=UTC 0 9 * * 1" }]);
	});
});
