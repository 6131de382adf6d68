import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { availabilities, demands, normalSamples, reservations } from "@/db/schema/matching";
import { wallClock } from "@/server/kernel/calendar";
import { hours, minutes, after as plus } from "@/server/kernel/clock";
import { newId, type OrderId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { learnAvailability } from "./commands/learn-availability";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { noteEnding } from "./commands/note-ending";
import { releaseReservation } from "./commands/release-reservation";
import { retryWaiting } from "./commands/retry-waiting";
import type { SampleId } from "./domain/sample";
import { NOON } from "./testing";

const ctx = at(createCtx(), NOON);
/** All of it in `npm run test:long`. */
const { SAMPLES, ORDERS, HOURS } = process.env.LONG_TESTS
	? { SAMPLES: 50, ORDERS: 1000, HOURS: 7 * 24 }
	: { SAMPLES: 12, ORDERS: 120, HOURS: 16 };

type Held = { sample: SampleId; startsAt: Date; endsAt: Date };
const heldNow = (): Promise<Held[]> => ctx.db.select().from(reservations).where(eq(reservations.status, "held"));
const allDemands = () => ctx.db.select().from(demands);

const overlap = (a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }) =>
	a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const waiting = async () => (await allDemands()).filter(({ state }) => state === "waiting").map(({ order }) => order);

/** By the quarter of an hour, as all of them begin and end, knowing nothing of how availability is compared: whether each lies within the hours and on no day off. */
function canCome(
	works: typeof availabilities.$inferSelect | undefined,
	{ startsAt, endsAt }: { startsAt: Date; endsAt: Date },
) {
	for (let at = startsAt; works && at < endsAt; at = plus(at, minutes(15))) {
		const { date, weekday, time } = wallClock(at, "Europe/Moscow");
		if (works.daysOff.some(({ first, last }) => first <= date && date <= last)) return false;
		const within = works.weeklyHours?.some((span) => span.weekday === weekday && span.from <= time && time < span.to);
		if (within === false) return false;
	}
	return true;
}

/** By brute force, knowing nothing of how matching works: who could take the order as things are? */
async function expectTheTruth(): Promise<void> {
	const samples = await ctx.db.select().from(normalSamples);
	const works = await ctx.db.select().from(availabilities);
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
		const free = suiting.filter(
			({ id }) =>
				canCome(
					works.find(({ sample }) => sample === id),
					during,
				) && !held.some((one) => one.sample === id && overlap(one, during)),
		);
		expect(free).toEqual([]);
		const truth = suiting.length > 0 ? "everybody-booked" : inPool.length > 0 ? "nobody-suits" : "nobody-in-pool";
		expect(waitingReason).toBe(truth);
	}
}

/** Two hours each, so that not all can be staffed at once. */
const anOrder = (index: number) => ({
	...{
		order: newId<OrderId>(),
		reference: newId<never>(),
		type: newId<never>(),
		zone: null,
		number: 1,
		durationMinutes: 120,
	},
	...{ startsAt: plus(NOON, hours(24 + ((index * 5) % HOURS))), excluded: [] },
});

it(`${ORDERS} orders at once for ${SAMPLES} samples: no overlap, none lost, each that waits waits for a true reason`, async () => {
	const samples = Array.from({ length: SAMPLES }, () => newId<SampleId>());
	for (const id of samples) await learnSample(ctx, { id, version: 1, name: "Sample", levels: {}, active: true });
	const nine = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "09:00", to: "18:00" }));
	const off = [{ first: "2026-12-02", last: "2026-12-02" }];
	for (const [index, sample] of samples.slice(0, SAMPLES / 2).entries())
		await learnAvailability(ctx, {
			sample,
			version: 1,
			weeklyHours: index % 2 ? nine : null,
			daysOff: index % 3 ? [] : off,
		});
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
	expect((await heldNow()).length).toBeGreaterThan(settled.length - ending.length - ORDERS / 2);

	// Some work longer from now on, one comes into the pool, some give back, and orders come in, all at once.
	const givenBack = (await allDemands()).filter(({ state }, index) => state === "matched" && index % 10 === 0);
	const late = Array.from({ length: ORDERS / 10 }, (_, index) => anOrder(index));
	const waitedBefore = await waiting();
	await Promise.all([
		...samples.slice(1, SAMPLES / 2).map(async (sample) => {
			await learnAvailability(ctx, { sample, version: 2, weeklyHours: null, daysOff: [] });
			await retryWaiting(ctx, { sample });
		}),
		learnSample(ctx, { id: newId<SampleId>(), version: 1, name: "New", levels: {}, active: true }).then(() =>
			retryWaiting(ctx, { sample: null }),
		),
		...givenBack.map(async ({ order }) => {
			const [had] = await ctx.db.select().from(reservations).where(eq(reservations.order, order));
			if (!had) throw new Error("nobody had the order");
			await releaseReservation(ctx, { order, sample: had.sample, assignment: 1 });
			await matchOrder(ctx, { order });
			await retryWaiting(ctx, { sample: had.sample });
		}),
		...late.map(async (order) => {
			await noteDemand(ctx, order);
			await matchOrder(ctx, order);
		}),
	]);
	await expectTheTruth();
	expect((await allDemands()).filter(({ state }) => state === "open")).toEqual([]);
	const back = await ctx.db.select().from(reservations).where(eq(reservations.releasedBy, "given-back"));
	expect(back).toHaveLength(givenBack.length);
	const waits = await waiting();
	// A whole week has room for nearly all: then there may be nobody who waited.
	expect(waitedBefore.length === 0 || waitedBefore.some((order) => !waits.includes(order))).toBe(true);
}, 300_000);
