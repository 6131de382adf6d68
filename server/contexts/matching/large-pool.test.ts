import { beforeAll, describe, expect, it } from "vitest";
import { normalSamples } from "@/db/schema/matching";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, after as plus } from "@/server/kernel/clock";
import { newId, type OrderId, type ServiceTypeId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { learnAvailability } from "./commands/learn-availability";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { setRequirements } from "./commands/set-requirements";
import type { SampleId } from "./domain/sample";
import { NOON } from "./testing";

const ctx = at(createCtx(), NOON);
const office = createCaller({ ...ctx, actor: aPerson("manager") }).matching;
const type = newId<ServiceTypeId>();
const order = newId<OrderId>();
const [last, off] = [newId<SampleId>(), newId<SampleId>()];
const about = { version: 1, active: true };

/** More than are kept of: nearly all are strong, one is weak, one has a day off. */
beforeAll(async () => {
	await setRequirements(ctx, { type, version: 0, wanted: [{ trait: "speed", weight: 1 }] });
	const strong = Array.from({ length: 1100 }, (_, index) => ({ id: newId<SampleId>(), name: `Strong ${index}` }));
	await ctx.db.insert(normalSamples).values(strong.map((one) => ({ ...one, ...about, levels: { speed: 4 } })));
	await learnSample(ctx, { id: last, name: "Vasily the Slow", ...about, levels: { speed: -5 } });
	await learnSample(ctx, { id: off, name: "Vasilisa", ...about, levels: { speed: 5 } });
	const daysOff = [{ first: "2026-12-03", last: "2026-12-03" }];
	await learnAvailability(ctx, { sample: off, version: 1, weeklyHours: null, daysOff });
	const startsAt = plus(NOON, days(2));
	const noted = { order, number: 1, reference: newId<never>(), type, zone: null, startsAt, durationMinutes: 60 };
	await noteDemand(ctx, { ...noted, excluded: [] });
	await matchOrder(ctx, { order });
	// What is learned later changes nothing.
	await learnSample(ctx, { id: last, version: 2, name: "Vasily the Swift", active: false, levels: { speed: 5 } });
	await learnAvailability(ctx, { sample: off, version: 2, weeklyHours: null, daysOff: [] });
	await learnSample(ctx, { id: newId(), name: "Later", ...about, levels: { speed: 5 } });
});

describe("why this worker, in a pool of more than a thousand", () => {
	it("keeps the best hundred, and how many each step left", async () => {
		const [match] = (await office.officeOrder({ orderId: order }))?.matches ?? [];
		expect(match?.candidates).toHaveLength(100);
		expect(match?.candidates.map(({ rank }) => rank)).toEqual(match?.candidates.map((_, index) => index + 1));
		expect(match?.funnel.map(({ left }) => left)).toEqual([1102, 1102, 1101, 1101, 1101, 1101, 1101, 1101, 1101]);
	});

	it("finds anybody else by a part of the name, those in the pool first", async () => {
		expect(await office.findWorkers({ search: "vasil" })).toEqual([
			{ workerId: off, name: "Vasilisa", active: true },
			{ workerId: last, name: "Vasily the Swift", active: false },
		]);
		expect(await office.findWorkers({ search: "nobody" })).toEqual([]);
	});

	it("computes again what it made of one who came last, from what was known then", async () => {
		expect(await office.weighWorker({ orderId: order, match: 1, workerId: last })).toMatchObject({
			among: 1102,
			candidates: [{ workerId: last, name: "Vasily the Swift", rank: 1101, out: null, values: { "trait-fit": 0 } }],
		});
	});

	it("and why one was out that would not be today", async () => {
		const { candidates } = await office.weighWorker({ orderId: order, match: 1, workerId: off });
		expect(candidates).toMatchObject([
			{
				rank: null,
				out: {
					step: "available",
					why: "day-off",
					words: { en: expect.stringMatching(/^has a day off until .*4.Dec/) },
				},
			},
		]);
	});

	it("tells of who is on record what the record says", async () => {
		const [match] = (await office.officeOrder({ orderId: order }))?.matches ?? [];
		const chosen = match?.chosen?.workerId ?? newId();
		expect(await office.weighWorker({ orderId: order, match: 1, workerId: chosen })).toMatchObject({
			among: null,
			candidates: [match?.candidates[0]],
		});
	});

	it("can't tell of who was not there then", async () => {
		const [later] = await office.findWorkers({ search: "Later" });
		const asked = { orderId: order, match: 1, workerId: later?.workerId ?? newId() };
		await expect(office.weighWorker(asked)).rejects.toMatchObject({ cause: { code: "matching.not_weighed" } });
		await expect(office.weighWorker({ ...asked, match: 2 })).rejects.toMatchObject({
			cause: { code: "common.not_found" },
		});
	});

	it.each(["worker", "client", "warehouse"] as const)("is no business of a %s", async (role) => {
		const other = createCaller({ ...ctx, actor: aPerson(role) }).matching;
		await expect(other.findWorkers({ search: "v" })).rejects.toThrow();
		await expect(other.weighWorker({ orderId: order, match: 1, workerId: last })).rejects.toThrow();
	});
});
