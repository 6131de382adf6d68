import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { kitReady } from "../events/catalog/supplies";
import { publish } from "../events/publish";
import { inngest } from "../inngest/client";
import { reaction } from "../inngest/define";
import { getRun, listRuns, listRunsInput } from "./runs";
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
const list = (input: object = {}) => listRuns(manager, listRunsInput.parse(input));
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
	test("are found by what their event is about, by event, function and state", async () => {
		const { runs } = await list({ subject: `order:${orderId}` });
		expect(runs).toEqual([expect.objectContaining({ functionId: "try/tell-kit", status: "running", endedAt: null })]);
		expect(await list({ subject: `worker:${workerId}` })).toEqual({ runs, next: null });
		expect(await list({ eventId: runs[0]?.eventId })).toEqual({ runs, next: null });
		expect(await list({ functionId: "try/tell-kit", status: "running" })).toEqual({ runs, next: null });
		expect((await list({ functionId: "try/tell-kit", status: "failed" })).runs).toEqual([]);
		expect((await list({ subject: `order:${newId()}` })).runs).toEqual([]);
	});

	test("come a page at a time", async () => {
		const first = await list({ limit: 1 });
		const second = await list({ limit: 1, before: first.next });
		expect([...first.runs, ...second.runs]).toEqual((await list()).runs);
	});

	test("show what their steps gave and what they wait for", async () => {
		const [found] = (await list({ functionId: "try/tell-kit" })).runs;
		const run = await getRun(manager, found?.id ?? "");
		expect(run).toMatchObject({
			event: { name: "supplies/kit.ready", data: { orderId } },
			steps: [{ name: "look", result: { type: "data", data: "Murzik" } }],
			calls: [],
			waits: [{ name: "wait a little", kind: "sleep", until: expect.any(Date) }],
		});
	});

	test("show what will be tried again, and why", async () => {
		const [found] = (await list({ functionId: "try/boom" })).runs;
		const run = await getRun(manager, found?.id ?? "");
		expect(run.calls).toEqual([expect.objectContaining({ attempt: 1, leasedBy: null })]);
		expect(run.calls[0]?.lastError).toContain("boom");
	});

	test("do not exist under another id", async () => {
		await expect(getRun(manager, newId())).rejects.toThrow("common.not_found");
	});

	test.each(["client", "worker", "warehouse"] as const)("are not for a %s", async (role) => {
		const ctx = actingAs(createCtx(), aPerson(role));
		await expect(listRuns(ctx, listRunsInput.parse({}))).rejects.toThrow("common.not_allowed");
		await expect(getRun(ctx, newId())).rejects.toThrow("common.not_allowed");
	});
});
