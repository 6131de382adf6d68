import { describe, expect, it } from "vitest";
import { normalSamples } from "@/db/schema/matching";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, after as plus } from "@/server/kernel/clock";
import { type ClientId, newId, type OrderId, type ServiceTypeId, type WorkerId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { setRequirements } from "./commands/set-requirements";

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
			...{
				order: orderId,
				reference: newId(),
				type: newId(),
				zone: null,
				number: 7,
				startsAt,
				durationMinutes: 60,
				excluded: [murka],
			},
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
			...{ step: "fair-share", name: "fair-share", version: 1, kind: "score", params: { days: 14 }, weight: 2 },
			called: { en: "Fair share of work", ru: "Справедливая доля" },
		});
		expect(told?.matches[0]?.sentence).toEqual({ en: "Free.", ru: "Время свободно." });
		expect(told?.matches[0]?.candidates[1]?.out?.words).toEqual({ en: "is not in the pool", ru: "не в составе" });
		expect(told?.matches[0]?.funnel[0]).toEqual({ step: "active", left: 1 });
	});

	it("is not known of an order that matching has not heard of", async () => {
		expect(await office.officeOrder({ orderId: newId() })).toBeNull();
	});
});

describe("trying a chain on an order", () => {
	const aPool = async (...names: string[]) => {
		await ctx.db.update(normalSamples).set({ active: false });
		const ids = names.map(() => newId<WorkerId>());
		for (const [index, name] of names.entries())
			await learnSample(ctx, {
				id: ids[index] ?? newId(),
				version: 1,
				name,
				levels: { speed: index === 0 ? -5 : 5 },
				active: true,
			});
		return ids;
	};

	it("says whom it would choose, everything about each candidate, how many each step left, and holds nothing", async () => {
		const [slow, fast] = await aPool("Slow", "Fast");
		const orderId = newId<OrderId>();
		const startsAt = plus(ctx.clock.now(), days(4));
		await noteDemand(ctx, {
			...{ order: orderId, reference: newId(), type: newId(), zone: null, number: 4711, startsAt, durationMinutes: 60 },
			excluded: [],
		});
		const entry = (step: string, params = {}, weight: number | null = null) => ({ step, version: 1, params, weight });
		const steps = [
			entry("active"),
			entry("expression-score", { expression: "level_speed / 5" }, 1),
			...[entry("combine"), entry("break-ties")],
		];
		const { result, troubles } = await office.tryChain({ orderId, chain: { steps } });
		expect(troubles).toEqual([]);
		expect(result).toMatchObject({
			...{ chosen: { workerId: fast, name: "Fast" }, waitingReason: null, score: 1 },
			sentence: { en: "The best of those who can come." },
		});
		expect(result?.candidates.slice(0, 2)).toMatchObject([
			{ workerId: fast, rank: 1, values: { "expression-score": 1, total: 1 } },
			{ workerId: slow, rank: 2, values: { "expression-score": 0 } },
		]);
		expect(result?.funnel.map(({ left }) => left)).toEqual([2, 2, 2, 2]);
		expect((await office.officeOrder({ orderId }))?.state).toBe("open");
		expect(await office.triableOrders({ search: "471" })).toMatchObject([{ orderId, orderNumber: 4711 }]);
		expect((await office.tryChain({ orderId, chain: { steps: steps.slice(0, 1) } })).troubles).toMatchObject([
			{ reason: "no-rank" },
		]);
	});

	it("on one that is matched already does not stumble over its own reservation, and says who was stronger", async () => {
		const [first, second] = await aPool("First", "Second");
		const type = newId<ServiceTypeId>();
		await setRequirements(ctx, { type, version: 0, wanted: [{ trait: "speed", weight: 5 }] });
		const startsAt = plus(ctx.clock.now(), days(9));
		const place = async () => {
			const order = newId<OrderId>();
			const about = { order, reference: newId<ClientId>(), type, zone: null, number: 1, startsAt, durationMinutes: 60 };
			await noteDemand(ctx, { ...about, excluded: [] });
			await matchOrder(ctx, { order });
			return order;
		};
		const [one, two] = [await place(), await place()];
		expect((await office.tryChain({ orderId: one, chain: { version: 1 } })).result?.chosen?.workerId).toBe(second);
		const told = await office.officeOrder({ orderId: two });
		expect(told?.matches[0]).toMatchObject({ chosen: { workerId: first } });
		expect(told?.matches[0]?.sentence?.en).toMatch(/^Free; Second was stronger but has a job until .+\.$/);
		expect(told?.matches[0]?.sentence?.ru).toMatch(/выше по оценке Second, но на заказе до/);
	});
});

it("shows a manager the chain in force as data", async () => {
	const { version, steps } = await office.chain();
	expect(version).toBe(1);
	expect(steps.map(({ step, kind, weight }) => [step, kind, weight])).toEqual([
		["active", "filter", null],
		["not-excluded", "filter", null],
		["available", "filter", null],
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
