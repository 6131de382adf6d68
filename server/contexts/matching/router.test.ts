import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, after as plus } from "@/server/kernel/clock";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";

const ctx = createCtx();
const office = createCaller({ ...ctx, actor: aPerson("manager") }).matching;

describe("why this worker?", () => {
	it("tells a manager of every candidate what each step said, in the words of the house", async () => {
		const [barsik, murka] = [newId<WorkerId>(), newId<WorkerId>()];
		await learnSample(ctx, { id: barsik, version: 1, name: "Barsik", levels: {}, active: true });
		await learnSample(ctx, { id: murka, version: 1, name: "Murka", levels: {}, active: false });
		const orderId = newId<OrderId>();
		const startsAt = plus(ctx.clock.now(), days(3));
		await noteDemand(ctx, {
			...{ order: orderId, reference: newId(), type: newId(), startsAt, durationMinutes: 60, excluded: [murka] },
		});
		await matchOrder(ctx, { order: orderId });

		const told = await office.officeOrder({ orderId });
		expect(told).toMatchObject({
			...{ state: "matched", waitingReason: null, excluded: [{ workerId: murka, name: "Murka" }] },
			reservations: [{ match: 1, workerId: barsik, name: "Barsik", startsAt, releasedAt: null }],
		});
		expect(told?.matches).toMatchObject([
			{
				...{ match: 1, chainVersion: 1, outcome: "matched", chosen: { workerId: barsik, name: "Barsik" } },
				candidates: [
					{ name: "Barsik", rank: 1, out: null, values: { "trait-fit": 0.5, "fair-share": 1 } },
					{ name: "Murka", rank: null, out: { step: "active", why: "not-active" }, values: {} },
				],
			},
		]);
		expect(told?.matches[0]?.steps).toContainEqual({
			...{ step: "fair-share", version: 1, kind: "score", params: { days: 14 }, weight: 2 },
		});
		expect(told?.matches[0]?.funnel[0]).toEqual({ step: "active", left: 1 });
	});

	it("is not known of an order that matching has not heard of", async () => {
		expect(await office.officeOrder({ orderId: newId() })).toBeNull();
	});
});

it("shows a manager the chain in force as data", async () => {
	const { version, steps } = await office.chain();
	expect(version).toBe(1);
	expect(steps.map(({ step, kind, weight }) => [step, kind, weight])).toEqual([
		["active", "filter", null],
		["not-excluded", "filter", null],
		["free-for-whole-duration", "filter", null],
		["trait-fit", "score", 4],
		["past-results", "score", 3],
		["fair-share", "score", 2],
		["combine", "reduce", null],
		["break-ties", "reduce", null],
	]);
});

it("lets a manager say which traits a service type needs", async () => {
	const serviceTypeId = newId<never>();
	expect(await office.serviceTypeTraits({ serviceTypeId })).toEqual({ version: 0, traits: [] });
	const traits = [{ trait: "speed", weight: 5 }];
	await office.setServiceTypeTraits({ serviceTypeId, version: 0, traits });
	expect(await office.serviceTypeTraits({ serviceTypeId })).toEqual({ version: 1, traits });
});

it.each(["client", "worker", "warehouse"] as const)("tells a %s nothing at all", async (role) => {
	const other = createCaller({ ...ctx, actor: aPerson(role) }).matching;
	const calls = [
		() => other.officeOrder({ orderId: newId() }),
		() => other.chain(),
		() => other.serviceTypeTraits({ serviceTypeId: newId() }),
		() => other.setServiceTypeTraits({ serviceTypeId: newId(), version: 0, traits: [] }),
	];
	for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
});
