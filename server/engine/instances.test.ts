import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";
import { claimTasks } from "./claim";
import { commitAnswers } from "./commit";
import { createRegistry } from "./registry";
import { startTestEngine } from "./testing";

/** What a step's command does: written once, by a unique key, however often the step runs. */
const bodies: string[] = [];
const doOnce = async (what: string): Promise<void> => {
	bodies.push(what);
	await rawSql()`insert into public.effects (what) values (${what}) on conflict do nothing`;
};
const steps = (id: string) =>
	inngest.createFunction({ id, triggers: [{ event: id }] }, async ({ step, event }) => {
		const key: string = event.data.key;
		await step.run("one", () => doOnce(`${key} one`));
		await step.run("two", () => doOnce(`${key} two`));
		return key;
	});
const once = inngest.createFunction({ id: "alpha/once", triggers: [{ event: "alpha/once" }] }, ({ step, event }) =>
	step.run("one", () => doOnce(`${event.data.key} one`)).then(() => event.data.key),
);
const alpha = steps("alpha/steps");
const beta = steps("beta/steps");

let open = () => {};
let blocked = Promise.resolve();
const close = () => {
	blocked = new Promise((resolve) => {
		open = resolve;
	});
};
const stuck = inngest.createFunction(
	{ id: "alpha/stuck", triggers: [{ event: "alpha/stuck" }] },
	async ({ step, event }) => {
		const first = await step.run("first", () => bodies.push(`${event.data.key} first`));
		await step.run("second", async () => {
			bodies.push(`${event.data.key} second`);
			await blocked;
		});
		return first;
	},
);

const functions = [once, alpha, beta, stuck];
type TestEngine = Awaited<ReturnType<typeof startTestEngine>>;
let engines: TestEngine[] = [];
const start = async (options: Parameters<typeof startTestEngine>[1] = {}): Promise<TestEngine> => {
	const engine = await startTestEngine(functions, options);
	engines.push(engine);
	return engine;
};
beforeAll(() => rawSql()`create table public.effects (what text primary key)`);
afterEach(async () => {
	open();
	await Promise.all(engines.map((engine) => engine.stop()));
	engines = [];
	bodies.length = 0;
});

const eventually = (check: () => unknown, timeout = 15_000) => vi.waitFor(check, { timeout, interval: 20 });
const send = (name: string, ...keys: string[]) => inngest.send(keys.map((key) => ({ name, data: { key } })));
const did = (what: string): number => bodies.filter((entry) => entry === what).length;
const many = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const statusOf = async (key: string): Promise<string[]> => {
	const runs = await rawSql()<{ status: string }[]>`
		select status from engine.runs where event #>> '{data,key}' = ${key}`;
	return runs.map(({ status }) => status);
};

describe("an instance that dies", () => {
	test("loses nothing: another one takes over at once and repeats only the step that was under way", async () => {
		const dying = await start({ settings: { leaseMs: 600_000 } });
		close();
		await send("alpha/stuck", "dies");
		await eventually(() => expect(did("dies second")).toBe(1));
		await dying.kill();
		engines = [];
		open();
		const next = await start();
		await next.settle();
		expect(await statusOf("dies")).toEqual(["completed"]);
		expect([did("dies first"), did("dies second")]).toEqual([1, 2]);
	});

	test("in the middle of 2,000 runs, shared with another, leaves each run ended once", async () => {
		const [dying, living] = [await start(), await start()];
		await send("alpha/once", ...many("burst ", 2000));
		await eventually(() => expect(bodies.length).toBeGreaterThan(500), 60_000);
		await dying.kill();
		engines = [living];
		await living.settle(120_000);
		const [ended] = await rawSql()`
			select count(*)::int as runs, count(distinct output)::int as keys from engine.runs
			where status = 'completed' and event #>> '{data,key}' like 'burst %'`;
		expect(ended).toEqual({ runs: 2000, keys: 2000 });
		const [effects] = await rawSql()`select count(*)::int as count from public.effects where what like 'burst %'`;
		expect(effects).toEqual({ count: 2000 });
		// At least once, and not much more: what was under way when one died.
		expect(bodies.length).toBeLessThan(2060);
	}, 200_000);
});

describe("several instances", () => {
	test("share the work and do each step once", async () => {
		await start();
		const second = await start();
		await send("alpha/steps", ...many("shared ", 200));
		await second.settle();
		for (const key of many("shared ", 200)) expect([did(`${key} one`), did(`${key} two`)]).toEqual([1, 1]);
		const [row] = await rawSql()`select count(*)::int as count from engine.runs where status = 'completed'
			and event #>> '{data,key}' like 'shared %'`;
		expect(row).toEqual({ count: 200 });
	});

	test("run only the functions of their contexts, and start runs of all the others", async () => {
		const onlyAlpha = await start({ contexts: "alpha,gamma" });
		await send("alpha/steps", "mine");
		await send("beta/steps", "theirs");
		await eventually(async () => expect(await statusOf("mine")).toEqual(["completed"]));
		await eventually(async () => expect(await statusOf("theirs")).toEqual(["running"]));
		expect(did("theirs one")).toBe(0);
		await onlyAlpha.stop();
		engines = [];
		const onlyBeta = await start({ contexts: "beta" });
		await onlyBeta.settle();
		expect(await statusOf("theirs")).toEqual(["completed"]);
	});

	test("wake each other: what one may not run does not wait for the other's slow look", async () => {
		const slow = { settings: { pollMs: 60_000 } };
		await start({ contexts: "alpha", ...slow });
		const other = await start({ contexts: "beta", ...slow });
		await send("beta/steps", "woken");
		await other.settle(5000);
		expect(await statusOf("woken")).toEqual(["completed"]);
	});
});

describe("a lease", () => {
	test("that was taken over makes the late answer void", async () => {
		await start({ settings: { slots: 1 } });
		close();
		await send("alpha/stuck", "late");
		await eventually(() => expect(did("late second")).toBe(1));
		const other = await start();
		await rawSql()`update engine.tasks set leased_by = null, due_at = now()`;
		await eventually(() => expect(did("late second")).toBe(2));
		open();
		await other.settle();
		expect(await statusOf("late")).toEqual(["completed"]);
		expect([did("late first"), did("late second")]).toEqual([1, 2]);
	});

	test("is needed to commit: without it an answer changes nothing", async () => {
		const registry = await createRegistry(inngest, functions);
		const sql = rawSql();
		const starter = await start({ contexts: "none-of-these" });
		await send("beta/steps", "fenced");
		await eventually(async () => expect(await statusOf("fenced")).toEqual(["running"]));
		await starter.stop();
		engines = [];
		const claim = { instance: 901, functionIds: ["beta/steps"], count: 1, leaseMs: 60_000 };
		const [task] = (await claimTasks(sql, claim)).tasks;
		if (!task) throw new Error("nothing was claimed");
		await sql`update engine.tasks set leased_by = 902 where id = ${task.id}`;
		const answer = {
			task,
			outcome: { kind: "completed" as const, found: [], output: "mine" },
			retryMs: 0,
			handedOver: [],
		};
		await commitAnswers(sql, registry, 901, [answer]);
		expect(await statusOf("fenced")).toEqual(["running"]);
		await commitAnswers(sql, registry, 902, [answer]);
		expect(await statusOf("fenced")).toEqual(["completed"]);
	});

	test("that ran out is free for anyone, though its instance seems to live", async () => {
		const sql = rawSql();
		const starter = await start({ contexts: "none-of-these" });
		await send("beta/steps", "expired");
		await eventually(async () => expect(await statusOf("expired")).toEqual(["running"]));
		await starter.stop();
		engines = [];
		const claim = { functionIds: ["beta/steps"], count: 1, leaseMs: 40 };
		const claimedBy = async (instance: number) => (await claimTasks(sql, { ...claim, instance })).tasks.length;
		expect(await claimedBy(903)).toBe(1);
		expect(await claimedBy(904)).toBe(0);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await claimedBy(904)).toBe(1);
	});
});

describe("stopping", () => {
	test("finishes the calls under way and takes nothing new", async () => {
		const engine = await start();
		close();
		await send("alpha/stuck", "finishes");
		await eventually(() => expect(did("finishes second")).toBe(1));
		const stopped = engine.stop();
		engines = [];
		await new Promise((resolve) => setTimeout(resolve, 100));
		await send("alpha/steps", "too late");
		open();
		await stopped;
		expect(await statusOf("finishes")).toEqual(["completed"]);
		expect(did("too late one")).toBe(0);
		expect(await rawSql()`select 1 from engine.tasks where leased_by is not null`).toHaveLength(0);
		await (await start()).settle();
		expect(await statusOf("too late")).toEqual(["completed"]);
	});
});

describe("notifications", () => {
	test("that come in the middle of the loop are not lost until the next slow look", async () => {
		const engine = await start({ settings: { pollMs: 60_000 } });
		const keys = many("notified ", 60);
		for (const key of keys) {
			await send("alpha/steps", key);
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
		}
		await engine.settle(5000);
		for (const key of keys) expect(await statusOf(key)).toEqual(["completed"]);
	});
});
