import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { demands, normalSamples, reservations } from "@/db/schema/matching";
import { hours, after as plus } from "@/server/kernel/clock";
import { newId, type OrderId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { noteEnding } from "./commands/note-ending";
import { retryWaiting } from "./commands/retry-waiting";
import type { SampleId } from "./domain/sample";
import { NOON } from "./testing";

const ctx = at(createCtx(), NOON);
const SAMPLES = 20;
const ORDERS = 200;

type Held = { sample: SampleId; startsAt: Date; endsAt: Date };
const heldNow = (): Promise<Held[]> => ctx.db.select().from(reservations).where(eq(reservations.status, "held"));
const allDemands = () => ctx.db.select().from(demands);

const overlap = (a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }) =>
	a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** By brute force, knowing nothing of how matching works: who could take the order as things are? */
async function expectTheTruth(): Promise<void> {
	const samples = await ctx.db.select().from(normalSamples);
	const held = await heldNow();
	for (const [index, one] of held.entries()) {
		const clash = held.slice(index + 1).find((other) => other.sample === one.sample && overlap(one, other));
		expect(clash).toBeUndefined();
	}
	for (const { state, waitingReason, excluded, startsAt, endsAt } of await allDemands()) {
		if (state === "ended" || state === "matched") continue;
		expect(state).toBe("waiting");
		const during = { startsAt: startsAt ?? NOON, endsAt: endsAt ?? NOON };
		const inPool = samples.filter(({ active }) => active);
		const suiting = inPool.filter(({ id }) => !excluded.includes(id));
		const free = suiting.filter(({ id }) => !held.some((one) => one.sample === id && overlap(one, during)));
		expect(free).toEqual([]);
		const truth = suiting.length > 0 ? "everybody-booked" : inPool.length > 0 ? "nobody-suits" : "nobody-in-pool";
		expect(waitingReason).toBe(truth);
	}
}

/** Over two days, two hours each, so that not all can be staffed. */
const anOrder = (index: number) => ({
	...{
		order: newId<OrderId>(),
		reference: newId<never>(),
		type: newId<never>(),
		zone: null,
		number: 1,
		durationMinutes: 120,
	},
	...{ startsAt: plus(NOON, hours(24 + (index % 16))), excluded: [] },
});

it("200 orders at once for 20 samples: no overlap, none lost, each that waits waits for a true reason", async () => {
	const samples = Array.from({ length: SAMPLES }, () => newId<SampleId>());
	for (const id of samples) await learnSample(ctx, { id, version: 1, name: "Sample", levels: {}, active: true });
	const orders = Array.from({ length: ORDERS }, (_, index) => anOrder(index));

	await Promise.all(
		orders.map(async (order) => {
			await noteDemand(ctx, order);
			await matchOrder(ctx, order);
		}),
	);
	await expectTheTruth();
	const settled = await allDemands();
	expect(settled).toHaveLength(ORDERS);
	expect(settled.filter(({ state }) => state === "matched")).toHaveLength((await heldNow()).length);
	const [told] = await ctx.db
		.select({ matched: sql<number>`count(*)::int` })
		.from(outbox)
		.where(eq(outbox.name, "matching/worker.matched"));
	expect(told?.matched).toBe((await heldNow()).length);

	// Half of the jobs end at once, in any order, while others give notice and one sample leaves the pool.
	const ending = settled.filter(({ state }, index) => state === "matched" && index % 2 === 0);
	const leaving = samples[0] as SampleId;
	await Promise.all([
		...ending.map(async ({ order }) => {
			const { freed } = await noteEnding(ctx, {
				order,
				ending: 1,
				outcome: "cancelled",
				reason: null,
				sample: null,
				at: NOON,
			});
			for (const sample of freed) await retryWaiting(ctx, { sample });
		}),
		learnSample(ctx, { id: leaving, version: 2, name: "Sample", levels: {}, active: false }).then(() =>
			retryWaiting(ctx, { sample: null }),
		),
	]);
	await expectTheTruth();
	expect((await allDemands()).filter(({ state }) => state === "open")).toEqual([]);
	expect((await heldNow()).length).toBeGreaterThan(settled.length - ending.length - 100);
}, 120_000);
