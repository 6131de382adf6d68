import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runs, tasks } from "@/db/schema/engine";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { inngest } from "../inngest/client";
import { createRegistry } from "./registry";
import { retryRun } from "./retry-run";
import { startTestEngine } from "./testing";

const done: string[] = [];
let broken = true;
const mend = inngest.createFunction(
	{
		...{ id: "try/mend", retries: 0, triggers: [{ event: "try/mend" }] },
		cancelOn: [{ event: "try/stop", match: "data.key" }],
	},
	async ({ step, event }) => {
		await step.run("first", () => void done.push(`${event.data.key} first`));
		await step.run("second", () => {
			if (broken) throw new Error("it is broken");
			done.push(`${event.data.key} second`);
		});
		if (event.data.sleeps) await step.sleep("a while", "1h");
		return "mended";
	},
);
const waits = inngest.createFunction(
	{ id: "try/wait", retries: 5, triggers: [{ event: "try/wait" }] },
	async ({ step, event }) => {
		await step.run("try", () => {
			if (broken) throw new Error("not now");
			done.push(`${event.data.key} tried`);
		});
	},
);

const functions = [mend, waits];
const ctx = createCtx();
const admin = actingAs(ctx, aPerson("admin"));
const reason = "The mail service is back";
const retry = async (id: string, as = admin) =>
	retryRun(as, { id, reason }, async () => createRegistry(inngest, functions));

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(functions, { failuresExpected: true, settings: { backoff: () => 3_600_000 } });
});
afterAll(() => engine.stop());

/** A run that found everything broken; it is mended meanwhile. */
async function stuckRun(name: "try/mend" | "try/wait", data: { key: string; sleeps?: boolean }): Promise<string> {
	broken = true;
	const { ids } = await inngest.send({ name, data });
	await engine.settle();
	broken = false;
	const [run] = await ctx.db
		.select()
		.from(runs)
		.where(eq(runs.eventId, ids[0] ?? ""));
	return run?.id ?? "";
}
const runOf = async (id: string) => (await ctx.db.select().from(runs).where(eq(runs.id, id)))[0];

describe("a run that failed", () => {
	test("goes on from where it failed, and does nothing twice", async () => {
		const id = await stuckRun("try/mend", { key: "goes on" });
		expect(await runOf(id)).toMatchObject({ status: "failed" });
		await retry(id);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "completed", output: "mended" });
		expect(done.filter((what) => what.startsWith("goes on"))).toEqual(["goes on first", "goes on second"]);
	});

	test("fails again when nothing was mended, and can be retried again", async () => {
		const id = await stuckRun("try/mend", { key: "again" });
		broken = true;
		await retry(id);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "failed" });
		broken = false;
		await retry(id);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "completed" });
	});

	test("can be cancelled by its events again", async () => {
		const id = await stuckRun("try/mend", { key: "stops", sleeps: true });
		await retry(id);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "running" });
		await inngest.send({ name: "try/stop", data: { key: "stops" } });
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "cancelled" });
	});

	test("is retried on record, with the reason", async () => {
		const id = await stuckRun("try/mend", { key: "record" });
		await retry(id);
		const entries = await ctx.db
			.select()
			.from(auditEntries)
			.where(and(eq(auditEntries.subject, `run:${id}`), eq(auditEntries.action, "engine.retry-run")));
		expect(entries).toMatchObject([
			{ reason, before: { status: "failed", function: "try/mend" }, actor: { kind: "person" } },
		]);
		await engine.settle();
	});

	test("is retried once when two admins press at once", async () => {
		const id = await stuckRun("try/mend", { key: "two" });
		await Promise.allSettled([retry(id), retry(id)]);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "completed" });
		expect(done.filter((what) => what === "two second")).toHaveLength(1);
	});
});

describe("a run that waits for its next attempt", () => {
	test("makes it now", async () => {
		const id = await stuckRun("try/wait", { key: "now" });
		const [call] = await ctx.db.select().from(tasks).where(eq(tasks.runId, id));
		expect(call?.attempt).toBe(1);
		await retry(id);
		await engine.settle();
		expect(await runOf(id)).toMatchObject({ status: "completed" });
	});
});

describe("what can't be retried", () => {
	test("is a run that has ended well, and one that does not exist", async () => {
		const id = await stuckRun("try/mend", { key: "well" });
		await retry(id);
		await engine.settle();
		await expect(retry(id)).rejects.toMatchObject({ code: "engine.nothing_to_retry" });
		await expect(retry(newId())).rejects.toMatchObject({ code: "common.not_found" });
	});

	test("is a run whose function this build does not have", async () => {
		const id = await stuckRun("try/mend", { key: "gone" });
		const gone = retryRun(admin, { id, reason }, async () => createRegistry(inngest, [waits]));
		await expect(gone).rejects.toMatchObject({ code: "engine.unknown_function", details: { name: "try/mend" } });
	});

	test.each(["client", "worker", "warehouse", "manager"] as const)("is anything, for a %s", async (role) => {
		const denied = retry(newId(), actingAs(ctx, aPerson(role)));
		await expect(denied).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
