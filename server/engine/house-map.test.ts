import { beforeAll, describe, expect, test } from "vitest";
import { mayAsk } from "@/server/architecture/context-map.mjs";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { catalog } from "../events/catalog";
import { kitReady } from "../events/catalog/supplies";
import { publish } from "../events/publish";
import { getInstallation } from "./get-installation";
import { getHouseMap, type HouseMap } from "./house-map";
import { startTestEngine } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));

describe("the map of the house", () => {
	let map: HouseMap;
	beforeAll(async () => {
		await withTransaction(ctx, (tx) =>
			publish(tx, kitReady, {
				...{ orderId: newId<OrderId>(), workerId: newId<WorkerId>(), assignment: 1, by: "Marfa" },
				at: "2026-11-22T10:00:00.000Z",
			}),
		);
		map = await getHouseMap(manager);
	});
	const reactionsTo = (name: string) =>
		map.events.find((event) => event.name === name)?.reactions.map((each) => `${each.how} ${each.function}`);

	test("has every context and every event of the catalogue, under its owner", () => {
		expect(map.contexts).toEqual(Object.keys(mayAsk));
		expect(map.events.map(({ name }) => name).sort()).toEqual([...catalog.keys()].sort());
		for (const { name, owner } of map.events) expect(name.startsWith(`${owner}/`)).toBe(true);
	});

	test("tells which functions each event reaches, each within a context", () => {
		expect(reactionsTo("ordering/order.placed")).toContain("starts matching/match-order");
		for (const { reactions } of map.events)
			for (const { context } of reactions) expect(map.contexts).toContain(context);
	});

	test("tells who may ask whom, as the import rules have it", () => {
		expect(map.questions).toContainEqual({ asker: "ordering", asked: "billing" });
		expect(map.questions).not.toContainEqual({ asker: "ordering", asked: "matching" });
	});

	test("counts what happened today", () => {
		expect(map.events.find(({ name }) => name === kitReady.name)?.today).toBe(1);
		expect(map.events.find(({ name }) => name === "execution/job.failed")?.today).toBe(0);
	});
});

describe("health", () => {
	test("shows each instance that lives, with what it runs, and no other", async () => {
		const all = await startTestEngine([]);
		const some = await startTestEngine([], { contexts: "notifications,billing" });
		const runBy = async () => (await getInstallation(manager)).instances.map(({ functions }) => functions);
		expect(await runBy()).toEqual(["all", "notifications,billing"]);
		const [first] = (await getInstallation(manager)).instances;
		expect(first).toMatchObject({ pid: process.pid, work: "embedded", startedAt: expect.any(Date) });
		await some.kill();
		expect(await runBy()).toEqual(["all"]);
		await all.stop();
		expect(await runBy()).toEqual([]);
	});

	test("shows what waits to be delivered, and for how long", async () => {
		const { facts, engine, database } = await getInstallation(manager);
		expect(facts.outbox.waiting).toBeGreaterThanOrEqual(0);
		expect(engine).toEqual({ work: "embedded", dashboard: null });
		expect(database.version).toMatch(/^18/);
		expect(database.bytes).toBeGreaterThan(1_000_000);
	});

	test.each(["client", "worker", "warehouse"] as const)("and map are not for a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		await expect(getInstallation(other)).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(getHouseMap(other)).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});
