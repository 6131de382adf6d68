import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { kitReady } from "../events/catalog/supplies";
import { publish } from "../events/publish";
import { inngest } from "../inngest/client";
import { reaction } from "../inngest/define";
import { runsList } from "./contracts";
import { countRuns, getRun, listRuns } from "./runs";
import { startTestEngine } from "./testing";

const tell = reaction({
	id: "try/tell-kit",
	on: kitReady,
	run: async ({ step, data }) => {
		const by = await step.run("look", () => data.by);
		await step.sleep("wait a little", "1h");
		return by;
	},
});
const boom = inngest.createFunction(
	{ id: "try/boom", retries: 2, triggers: [{ event: "try/boom" }] },
	async ({ step }) => {
		await step.run("explode", () => {
			throw new Error("boom");
		});
	},
);

const manager = actingAs(createCtx(), aPerson("manager"));
const list = (input: object = {}) => listRuns(manager, runsList.input.parse(input));
const orderId = newId<OrderId>();
const workerId = newId<WorkerId>();
let engine: Awaited<ReturnType<typeof startTestEngine>>;

beforeAll(async () => {
	engine = await startTestEngine([tell, boom], { failuresExpected: true, settings: { backoff: () => 60_000 } });
	const kit = { orderId, workerId, assignment: 1, by: "Murzik", at: "2026-11-22T10:00:00.000Z" };
	await withTransaction(createCtx(), (tx) => publish(tx, kitReady, kit));
	await inngest.send({ name: "try/boom", data: {} });
	await engine.settle();
});
afterAll(() => engine.stop());

describe("runs, for the office", () => {
	test("are found by what their event is about, by event, by their own id, by function and state", async () => {
		const { rows } = await list({ search: `order:${orderId}` });
		expect(rows).toEqual([
			expect.objectContaining({
				...{ functionId: "try/tell-kit", status: "running", endedAt: null, eventName: "supplies/kit.ready" },
			}),
		]);
		const found = { rows, after: null, before: null };
		expect(await list({ search: workerId })).toEqual(found);
		expect(await list({ search: rows[0]?.eventId })).toEqual(found);
		expect(await list({ search: rows[0]?.id })).toEqual(found);
		expect(await list({ function: "try/tell-kit", state: "running" })).toEqual(found);
		expect((await list({ function: "try/tell-kit", state: "failed" })).rows).toEqual([]);
		expect((await list({ search: newId() })).rows).toEqual([]);
		expect(await countRuns(manager, { search: orderId })).toEqual({ count: 1, more: false });
	});

	test("are found by the day on which they began", async () => {
		expect((await list({ from: "2026-01-01" })).rows).toHaveLength(2);
		expect((await list({ to: "2026-01-01" })).rows).toEqual([]);
	});

	test("come a page at a time, and say why they are tried again", async () => {
		const first = await list({ limit: 1 });
		const second = await list({ limit: 1, after: first.after });
		expect([...first.rows, ...second.rows]).toEqual((await list()).rows);
		expect((await list({ function: "try/boom" })).rows[0]?.trouble).toContain("boom");
	});

	test("show what their steps gave and what they wait for", async () => {
		const [found] = (await list({ function: "try/tell-kit" })).rows;
		const run = await getRun(manager, found?.id ?? "");
		expect(run).toMatchObject({
			eventName: "supplies/kit.ready",
			steps: [{ name: "look", result: { type: "data", data: "Murzik" } }],
			calls: [],
			waits: [{ name: "wait a little", kind: "sleep", until: expect.any(Date) }],
		});
	});

	test("show what will be tried again, and why", async () => {
		const [found] = (await list({ function: "try/boom" })).rows;
		const run = await getRun(manager, found?.id ?? "");
		expect(run.calls).toEqual([expect.objectContaining({ attempt: 1, leasedBy: null })]);
		expect(run.calls[0]?.lastError).toContain("boom");
	});

	test("do not exist under another id", async () => {
		await expect(getRun(manager, newId())).rejects.toThrow("common.not_found");
	});

	test.each(["client", "worker", "warehouse"] as const)("are not for a %s", async (role) => {
		const ctx = actingAs(createCtx(), aPerson(role));
		await expect(listRuns(ctx, runsList.input.parse({}))).rejects.toThrow("common.not_allowed");
		await expect(getRun(ctx, newId())).rejects.toThrow("common.not_allowed");
	});
});
