import { beforeEach, expect, it } from "vitest";
import { runs, tasks } from "@/db/schema/engine";
import { outbox } from "@/db/schema/events";
import { aPerson } from "@/server/contexts/identity/testing";
import { after, hours, minutes, systemNow } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { getHealth } from "./health";

const ctx = createCtx();
const office = actingAs(ctx, aPerson("manager"));
const ago = (ms: number) => after(systemNow(), -ms);

beforeEach(async () => {
	await ctx.db.delete(runs);
	await ctx.db.delete(outbox);
});

const aRun = async (status: "failed" | "running" | "completed", createdAt: Date) => {
	const id = newId<string>();
	const about = { functionId: "ordering/assign-worker", key: id, eventId: "event", event: {} };
	await ctx.db.insert(runs).values({ id, ...about, status, createdAt });
	return id;
};

it("is well while nothing waits and nothing has failed since yesterday", async () => {
	await aRun("failed", ago(hours(25)));
	await aRun("completed", ago(hours(1)));
	expect(await getHealth(office)).toEqual({ word: "well", failed: { count: 0, items: [] } });
});

it("is behind when a call has been due for more than a minute", async () => {
	const runId = await aRun("running", ago(minutes(5)));
	await ctx.db.insert(tasks).values({ runId, functionId: "x", step: "step", dueAt: ago(minutes(2)) });
	expect(await getHealth(office)).toMatchObject({ word: "behind" });
});

it("is behind when an event has waited for more than a minute", async () => {
	const event = { id: newId<string>(), name: "ordering/order.placed", version: "1", data: {}, subjects: [] };
	const actor = { kind: "system" as const, id: "house", name: null };
	await ctx.db.insert(outbox).values({ ...event, actor, occurredAt: systemNow(), recordedAt: ago(minutes(2)) });
	expect(await getHealth(office)).toMatchObject({ word: "behind" });
});

it("is failing when a function gave up since yesterday, and says which", async () => {
	const runId = await aRun("failed", ago(hours(1)));
	expect(await getHealth(office)).toMatchObject({
		word: "failing",
		failed: { count: 1, items: [{ runId, functionId: "ordering/assign-worker" }] },
	});
});

it.each(["client", "worker", "warehouse"] as const)("is not told to a %s", async (role) => {
	await expect(getHealth(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
});
