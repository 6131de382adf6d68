import { afterEach, describe, expect, expectTypeOf, test } from "vitest";
import { rawSql } from "@/db/client";
import { startTestEngine } from "@/server/engine/testing";
import type { EventData } from "@/server/events/catalog/_define";
import type { jobCompleted } from "@/server/events/catalog/execution";
import { kitIssued, kitReady, kitReturned } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { NotYet } from "@/server/kernel/errors";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { cycle, reaction, type Step } from "./define";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(() => engine.stop());

const kit = () => ({
	orderId: newId<OrderId>(),
	workerId: newId<WorkerId>(),
	assignment: 1,
	by: "Murzik",
	at: "2026-11-22T10:00:00.000Z",
});
type Kit = ReturnType<typeof kit>;
const say = (event: typeof kitReady | typeof kitIssued | typeof kitReturned, ...kits: Kit[]) =>
	withTransaction(createCtx(), async (tx) => {
		for (const one of kits) await publish(tx, event, one);
	});
const endings = async (id: string) => {
	const runs = await rawSql()<
		{ status: string }[]
	>`select status from engine.runs where function_id = ${id} order by id`;
	return runs.map(({ status }) => status);
};

describe("a reaction", () => {
	test("acts as itself, because of the event, and is given the event's data", async () => {
		const seen: { ctx: Ctx; data: Kit; eventId: string }[] = [];
		const fn = reaction({
			id: "try/see",
			on: kitReady,
			run: ({ ctx, data, step, eventId }) => step.run("see", () => void seen.push({ ctx, data, eventId })),
		});
		engine = await startTestEngine([fn]);
		const one = kit();
		await say(kitReady, one);
		await engine.settle();
		const [row] = await rawSql()`select id from events.outbox where data->>'orderId' = ${one.orderId}`;
		expect(seen).toHaveLength(1);
		expect(seen[0]?.data).toMatchObject(one);
		expect(seen[0]?.eventId).toBe(row?.id);
		expect(seen[0]?.ctx).toMatchObject({ actor: { kind: "system", name: "try/see" }, cause: row?.id });
	});

	test("to a fact that is early waits for what it builds on", async () => {
		let known = false;
		let asked = 0;
		const fn = reaction({
			id: "try/build-on",
			on: kitIssued,
			run: ({ step }) =>
				step.run("build", () => {
					asked++;
					if (!known) throw new NotYet("the kit");
				}),
		});
		const before = reaction({
			id: "try/lay-ground",
			on: kitReady,
			run: ({ step }) =>
				step.run("lay", () => {
					known = true;
				}),
		});
		engine = await startTestEngine([fn, before]);
		const one = kit();
		await say(kitIssued, one);
		await new Promise((resolve) => setTimeout(resolve, 100));
		await say(kitReady, one);
		await engine.settle();
		expect(await endings("try/build-on")).toEqual(["completed"]);
		expect(asked).toBeGreaterThan(1);
	});

	test("that sleeps is ended by a later event about the same thing, and by no other", async () => {
		const woken: string[] = [];
		const fn = reaction({
			id: "try/deadline",
			on: kitIssued,
			cancelOn: [{ event: kitReturned, match: "orderId" }],
			run: async ({ step, data }) => {
				await step.sleep("until the deadline", "2h");
				await step.run("wake", () => void woken.push(data.orderId));
			},
		});
		engine = await startTestEngine([fn]);
		const [stays, goes] = [kit(), kit()];
		await say(kitIssued, stays, goes);
		await engine.settle();
		await say(kitReturned, goes, kit());
		await engine.travelTo(new Date(createCtx().clock.now().getTime() + 3 * 3_600_000));
		expect(woken).toEqual([stays.orderId]);
		expect((await endings("try/deadline")).toSorted()).toEqual(["cancelled", "completed"]);
	});

	test("runs once for events with one idempotency value", async () => {
		const fn = reaction({
			id: "try/once-per-order",
			on: kitReady,
			idempotency: "orderId",
			run: ({ step }) => step.run("once", () => null),
		});
		engine = await startTestEngine([fn]);
		const one = kit();
		await say(kitReady, one, { ...one, assignment: 2 }, kit());
		await engine.settle();
		expect(await endings("try/once-per-order")).toEqual(["completed", "completed"]);
	});

	test("runs no more calls at once than its limit, per value or in all", async () => {
		let now = 0;
		let most = 0;
		const fn = reaction({
			id: "try/one-at-a-time",
			on: kitReady,
			concurrency: { limit: 1, per: "orderId" },
			run: ({ step }) =>
				step.run("busy", async () => {
					most = Math.max(most, ++now);
					await new Promise((resolve) => setTimeout(resolve, 20));
					now--;
				}),
		});
		engine = await startTestEngine([fn]);
		const one = kit();
		await say(kitReady, one, one, one, one);
		await engine.settle();
		expect(most).toBe(1);
	});

	test("knows its event's fields and no others, and offers only the tools that every engine has", () => {
		expectTypeOf<EventData<typeof jobCompleted>>().toHaveProperty("orderId");
		expectTypeOf<EventData<typeof jobCompleted>>().not.toHaveProperty("kitId");
		expectTypeOf<keyof Step>().toEqualTypeOf<
			"run" | "sleep" | "sleepUntil" | "sendEvent" | "waitForEvent" | "invoke"
		>();
	});
});

describe("a cycle", () => {
	test("is given the tick that it is for, however late it runs", async () => {
		const ticks: string[] = [];
		const fn = cycle({
			id: "try/each-night",
			cron: "30 23 * * *",
			timeZone: "Europe/Moscow",
			run: ({ step, tick, ctx }) => step.run("note", () => void ticks.push(`${tick.toISOString()} ${ctx.actor.kind}`)),
		});
		engine = await startTestEngine([fn]);
		const start = createCtx().clock.now();
		await engine.travelTo(new Date(start.getTime() + 2 * 86_400_000));
		expect(ticks).toHaveLength(2);
		for (const tick of ticks) expect(tick).toMatch(/T20:30:00\.000Z system$/);
	});
});
