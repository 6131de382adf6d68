import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";
import { dispatchEvents } from "./dispatch";
import { createRegistry, type Registry } from "./registry";
import type { EngineSettings } from "./settings";
import { transaction } from "./store";
import { startTestEngine } from "./testing";

let attempts = 0;
const on = (id: string) => ({ id, retries: 20 as const, triggers: [{ event: id }] as [{ event: string }] });
const waitsForSignal = inngest.createFunction(on("try/wait-for-signal"), async ({ step }) => {
	attempts++;
	await step.waitForSignal("w", { signal: "s", timeout: "1h", onConflict: "fail" });
});
const sendsSignal = inngest.createFunction(on("try/send-signal"), async ({ step }) => {
	attempts++;
	await step.sendSignal("s", { signal: "s", data: null });
});
const fetches = inngest.createFunction(on("try/fetch"), async ({ step }) => {
	attempts++;
	await step.fetch("https://example.invalid/");
});
const asksOddly = inngest.createFunction(on("try/odd-condition"), async ({ step }) => {
	attempts++;
	await step.waitForEvent("w", { event: "try/any", if: "size(async.data.list) > 1", timeout: "1h" });
});
const unsupported = [waitsForSignal, sendsSignal, fetches, asksOddly];

const badResult = inngest.createFunction(on("try/bad-result"), async ({ step }) => {
	await step.run("nul", () => "a\u0000b");
	await step.run("next", () => "never");
});
const badOutput = inngest.createFunction(on("try/bad-output"), async () => ({ text: "a\u0000b" }));
const fine = inngest.createFunction(on("try/fine"), async ({ step }) => step.run("a", () => "fine"));
const wide = inngest.createFunction(on("try/wide"), async ({ step }) => {
	const all = await Promise.all(Array.from({ length: 12 }, (_, at) => step.run(`side ${at}`, () => at)));
	return all.reduce((sum, at) => sum + at, 0);
});

const patient = inngest.createFunction(
	{ ...on("try/long"), idempotency: "event.data.text", concurrency: { limit: 1, key: "event.data.text" } },
	async ({ step }) => {
		const reply = await step.waitForEvent("w", { event: "try/long-reply", match: "data.text", timeout: "1h" });
		return reply?.data.text.length;
	},
);

let engine: Awaited<ReturnType<typeof startTestEngine>>;
const start = async (settings: Partial<EngineSettings> = {}) => {
	const functions = [...unsupported, badResult, badOutput, fine, wide, patient];
	engine = await startTestEngine(functions, { failuresExpected: true, settings });
};
beforeAll(() => start());
afterAll(() => engine.stop());

const endOf = async (id: string) => {
	const [run] =
		await rawSql()`select status, output from engine.runs where function_id = ${id} order by created_at desc`;
	return run;
};

describe("a function that uses what only a real Inngest server does", () => {
	test.each(unsupported.map((fn) => [fn.id()]))("%s fails at its first attempt, saying so", async (id) => {
		attempts = 0;
		await inngest.send({ name: id, data: {} });
		await engine.settle();
		const end = await endOf(id);
		expect(end?.status).toBe("failed");
		expect(JSON.stringify(end?.output)).toMatch(/is not (done by the embedded engine|supported)/);
		expect(attempts).toBe(1);
	});
});

describe("an answer that the database can't hold", () => {
	test.each(["try/bad-result", "try/bad-output"])("fails its run and no other: %s", async (id) => {
		await inngest.send([id, "try/fine", "try/fine", "try/fine"].map((name) => ({ name, data: {} })));
		await engine.settle();
		expect(await endOf(id)).toMatchObject({ status: "failed" });
		expect(await endOf("try/fine")).toEqual({ status: "completed", output: "fine" });
	});
});

describe("an event that can't be dispatched", () => {
	test("is left alone for a while, and the others do not wait for it", async () => {
		const sql = rawSql();
		const registry = await createRegistry(inngest, [fine]);
		const picky: Registry = {
			...registry,
			startedBy: (event) => {
				if (event.data.poison) throw new Error("poison");
				return registry.startedBy(event);
			},
		};
		await engine.stop();
		await inngest.send([{ poison: true }, {}, {}].map((data) => ({ name: "try/fine", data: { ...data, lot: 7 } })));
		expect(await dispatchEvents(sql, picky)).toBe(3);
		expect(await sql`select 1 from engine.runs where event #>> '{data,lot}' = '7'`).toHaveLength(2);
		const left = () => sql`select id from events.outbox where dispatched_at is null`;
		expect(await left()).toHaveLength(1);
		expect(await dispatchEvents(sql, picky)).toBe(0);
		await sql`update events.outbox set relayed_until = now() where dispatched_at is null`;
		await start();
		await engine.settle();
		expect(await left()).toHaveLength(0);
		expect(await endOf("try/fine")).toEqual({ status: "completed", output: "fine" });
	});
});

describe("a value too long for an index", () => {
	test("is matched all the same", async () => {
		const long = "a text without an end ".repeat(2000);
		await inngest.send({ name: "try/long", data: { text: long } });
		await engine.settle();
		await inngest.send([`${long}!`, long].map((text) => ({ name: "try/long-reply", data: { text } })));
		await engine.settle();
		expect(await endOf("try/long")).toEqual({ status: "completed", output: long.length });
	});
});

describe("a database that cuts every connection", () => {
	test("is connected to again and listened to, and nothing is lost", async () => {
		await engine.stop();
		await start({ pollMs: 60_000 });
		await engine.settle();
		const others = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
		await others`
			select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid()`;
		await others.end();
		await inngest.send(Array.from({ length: 40 }, () => ({ name: "try/fine", data: { cut: true } })));
		await engine.settle();
		const ended = await rawSql()`
			select 1 from engine.runs where event #>> '{data,cut}' = 'true' and status = 'completed'`;
		expect(ended).toHaveLength(40);
	});
});

describe("deadlocks", () => {
	test("many runs of many parallel steps all end", async () => {
		await inngest.send(Array.from({ length: 15 }, () => ({ name: "try/wide", data: {} })));
		await engine.settle();
		const runs = await rawSql()`select status, output from engine.runs where function_id = 'try/wide'`;
		expect(runs).toHaveLength(15);
		for (const run of runs) expect(run).toEqual({ status: "completed", output: 66 });
	});

	test("the transaction that PostgreSQL picks is repeated, and only it", async () => {
		const sql = rawSql();
		await sql`create table public.forks (name text primary key, uses int not null default 0)`;
		await sql`insert into public.forks values ('left'), ('right')`;
		let begun = 0;
		let both = () => {};
		const bothHold = new Promise<void>((resolve) => {
			both = resolve;
		});
		const eat = async (first: string, second: string, after: () => Promise<void>) => {
			let attempts = 0;
			await transaction(sql, async (tx) => {
				// The repeated one lets the other end: else it may take the free fork before that one wakes up, and both meet again.
				if (++attempts > 1) await after();
				await tx`update public.forks set uses = uses + 1 where name = ${first}`;
				if (++begun === 2) both();
				await bothHold;
				await tx`update public.forks set uses = uses + 1 where name = ${second}`;
			});
		};
		const one: Promise<void> = eat("left", "right", () => other);
		const other: Promise<void> = eat("right", "left", () => one);
		await Promise.all([one, other]);
		expect(begun).toBe(3);
		expect([...(await sql`select uses from public.forks`)]).toEqual([{ uses: 2 }, { uses: 2 }]);
	});
});
