import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { demands, normalSamples, pastResults, reservations } from "@/db/schema/matching";
import { matchRecords } from "@/db/schema/matching-pipelines";
import { auditEntries, liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, after as plus } from "@/server/kernel/clock";
import { newId, type OrderId, type ServiceTypeId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { learnRating } from "./commands/learn-rating";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { noteEnding } from "./commands/note-ending";
import { releaseReservation } from "./commands/release-reservation";
import { retryWaiting } from "./commands/retry-waiting";
import { setRequirements } from "./commands/set-requirements";
import type { SampleId } from "./domain/sample";
import { getExplanation } from "./queries/get-explanation";
import { getRequirements } from "./queries/get-requirements";
import { NOON } from "./testing";

const ctx = at(createCtx(), NOON);
let week = 0;

/** The pool of this file is shared, so each test works with a pool of its own in a week of its own; what waits is over. */
async function aPool(size: number) {
	const over = { state: "ended" as const, waitingReason: null };
	await ctx.db
		.update(demands)
		.set(over)
		.where(inArray(demands.state, ["open", "waiting"]));
	await ctx.db.update(normalSamples).set({ active: false, version: sql`${normalSamples.version} + 1` });
	week += 1;
	const startsAt = plus(NOON, days(7 * week));
	const samples = Array.from({ length: size }, () => newId<SampleId>()).sort();
	for (const [index, id] of samples.entries()) await learn(id, { name: `Sample ${index}` });
	return { samples, startsAt };
}

const learn = (id: SampleId, given: Partial<typeof normalSamples.$inferInsert> = {}) =>
	learnSample(ctx, { id, version: 1, name: "Sample", levels: {}, active: true, ...given });

async function place(startsAt: Date, given: { excluded?: SampleId[]; type?: ServiceTypeId; minutes?: number } = {}) {
	const order = newId<OrderId>();
	const { excluded = [], type = newId<ServiceTypeId>(), minutes = 60 } = given;
	await noteDemand(ctx, {
		order,
		number: 1,
		reference: newId(),
		type,
		zone: null,
		startsAt,
		durationMinutes: minutes,
		excluded,
	});
	return order;
}

const placeAndMatch = async (...given: Parameters<typeof place>) => {
	const order = await place(...given);
	return { order, ...(await matchOrder(ctx, { order })) };
};

const demandOf = async (order: OrderId) => (await ctx.db.select().from(demands).where(eq(demands.order, order)))[0];
const reservationsOf = (order: OrderId) =>
	ctx.db.select().from(reservations).where(eq(reservations.order, order)).orderBy(asc(reservations.match));
const recordsOf = (order: OrderId) =>
	ctx.db.select().from(matchRecords).where(eq(matchRecords.order, order)).orderBy(asc(matchRecords.match));
const publishedOf = async (order: OrderId) => {
	const rows = await ctx.db
		.select({ name: outbox.name, data: outbox.data })
		.from(outbox)
		.where(sql`${outbox.subjects} @> array[${`order:${order}`}]`)
		.orderBy(outbox.sequence);
	return rows.map(({ name, data }) => ({ name, ...data }));
};
const end = (order: OrderId, sample: SampleId | null, outcome: "completed" | "failed" | "cancelled", ending = 1) =>
	noteEnding(ctx, { order, ending, outcome, reason: null, sample, at: NOON });

describe("matching an order", () => {
	it("chooses the one whose traits fit the type, holds the time, tells, and keeps why", async () => {
		const { samples, startsAt } = await aPool(3);
		const [weak, strong, booked] = samples as [SampleId, SampleId, SampleId];
		const type = newId<ServiceTypeId>();
		await setRequirements(ctx, { type, version: 0, wanted: [{ trait: "jar-tossing", weight: 2 }] });
		await learn(strong, { version: 2, levels: { "jar-tossing": 4 } });
		await learn(booked, { version: 2, levels: { "jar-tossing": 5 } });
		const taken = await placeAndMatch(startsAt, { excluded: [weak, strong] });
		expect(taken).toMatchObject({ outcome: "matched", chosen: booked });

		const { order, ...match } = await placeAndMatch(startsAt, { type });
		expect(match).toEqual({ outcome: "matched", chosen: strong, score: expect.any(Number) });
		expect(await demandOf(order)).toMatchObject({ state: "matched", match: 1, waitingReason: null });
		expect(await reservationsOf(order)).toMatchObject([
			{ match: 1, sample: strong, startsAt, endsAt: plus(startsAt, 3_600_000), status: "held", heldAt: NOON },
		]);
		expect(await publishedOf(order)).toEqual([
			{
				name: "matching/worker.matched",
				...{ orderId: order, workerId: strong, match: 1, pipelineVersion: 1 },
				score: "score" in match ? match.score : null,
			},
		]);
		const [record] = await recordsOf(order);
		expect(record).toMatchObject({ pipelineVersion: 1, requirementVersion: 1, outcome: "matched", chosen: strong });
		expect(record?.candidates.slice(0, 3)).toMatchObject([
			{ sample: strong, version: 2, rank: 1, out: null, values: { "trait-fit": 0.9, "fair-share": 1 } },
			{ sample: weak, version: 1, rank: 2, out: null, values: { "trait-fit": 0.5 } },
			{ rank: null },
		]);
		expect(record?.candidates.find(({ sample }) => sample === booked)?.out).toMatchObject({
			...{ step: "free-for-whole-duration", why: "booked" },
			facts: { until: plus(startsAt, 3_600_000).toISOString() },
		});
		const changes = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, order));
		expect(changes.map(({ audiences }) => audiences)).toEqual([["office"], ["office"]]);
	});

	it("does nothing when somebody is found already, however often it is asked", async () => {
		const { startsAt } = await aPool(3);
		const { order } = await placeAndMatch(startsAt);
		const again = await Promise.all([matchOrder(ctx, { order }), matchOrder(ctx, { order })]);
		expect(again).toEqual([{ outcome: "none" }, { outcome: "none" }]);
		expect(await publishedOf(order)).toHaveLength(1);
	});

	it("finds one when it is asked twice at once", async () => {
		const { startsAt } = await aPool(3);
		const order = await place(startsAt);
		const both = await Promise.all([matchOrder(ctx, { order }), matchOrder(ctx, { order })]);
		expect(both.map(({ outcome }) => outcome).sort()).toEqual(["matched", "none"]);
		expect(await reservationsOf(order)).toHaveLength(1);
	});

	it("gives the one of two orders that come at once to the best, and the other to the next", async () => {
		const { samples, startsAt } = await aPool(2);
		const orders = await Promise.all([place(startsAt), place(startsAt)]);
		const found = await Promise.all(orders.map((order) => matchOrder(ctx, { order })));
		expect(found.map((match) => (match.outcome === "matched" ? match.chosen : null)).sort()).toEqual(samples);
	});

	it("does not send who is not to come to a copy (R-132)", async () => {
		const { samples, startsAt } = await aPool(2);
		const [failed, other] = samples as [SampleId, SampleId];
		expect(await placeAndMatch(startsAt, { excluded: [failed] })).toMatchObject({ chosen: other });
	});

	it("does not match an order whose start has passed", async () => {
		const { startsAt } = await aPool(1);
		const order = await place(startsAt);
		expect(await matchOrder(at(ctx, startsAt), { order })).toEqual({ outcome: "none" });
		expect(await publishedOf(order)).toEqual([]);
	});

	it("asks to be called later about an order that it has not heard of", async () => {
		await expect(matchOrder(ctx, { order: newId() })).rejects.toThrow("not yet");
	});
});

describe("an order that nobody can take", () => {
	it("waits and says so once, until what it waits for is another thing", async () => {
		const { startsAt } = await aPool(0);
		const { order, ...match } = await placeAndMatch(startsAt);
		expect(match).toEqual({ outcome: "waiting", reason: "nobody-in-pool" });
		await matchOrder(ctx, { order });
		const sample = newId<SampleId>();
		await learn(sample);
		await placeAndMatch(startsAt);
		await matchOrder(ctx, { order });
		expect(await publishedOf(order)).toEqual([
			{ name: "matching/match.waiting", orderId: order, match: 1, number: 1, reason: "nobody-in-pool" },
			{ name: "matching/match.waiting", orderId: order, match: 1, number: 2, reason: "everybody-booked" },
		]);
		expect(await demandOf(order)).toMatchObject({ state: "waiting", waitingReason: "everybody-booked", match: 0 });
		expect(await recordsOf(order)).toMatchObject([
			{ match: 1, outcome: "waiting", waitingReason: "everybody-booked", chosen: null },
		]);
	});

	it("waits for others when all who are there are not to come", async () => {
		const { samples, startsAt } = await aPool(1);
		expect(await placeAndMatch(startsAt, { excluded: samples })).toMatchObject({ reason: "nobody-suits" });
	});

	it("is taken when somebody becomes free, the one that starts first before the others", async () => {
		const { samples, startsAt } = await aPool(1);
		const [sample] = samples as [SampleId];
		const { order } = await placeAndMatch(startsAt, { minutes: 120 });
		const later = await placeAndMatch(plus(startsAt, 1_800_000));
		const sooner = await placeAndMatch(startsAt);
		const next = await placeAndMatch(plus(startsAt, 3_600_000));
		await end(order, sample, "cancelled");
		expect(await retryWaiting(ctx, { sample })).toEqual({ matched: 2 });
		expect(await demandOf(sooner.order)).toMatchObject({ state: "matched" });
		expect(await demandOf(next.order)).toMatchObject({ state: "matched" });
		expect(await demandOf(later.order)).toMatchObject({ state: "waiting" });
		expect(await retryWaiting(ctx, { sample })).toEqual({ matched: 0 });
	});

	it("hears what it waits for now when the pool changes and others took the new one", async () => {
		const { startsAt } = await aPool(0);
		const [first, second] = [await placeAndMatch(startsAt), await placeAndMatch(startsAt)];
		await learn(newId());
		expect(await retryWaiting(ctx, { sample: null })).toEqual({ matched: 1 });
		const states = (await Promise.all([first.order, second.order].map(demandOf))).map((demand) => [
			demand?.state,
			demand?.waitingReason,
		]);
		expect(states.sort()).toEqual([
			["matched", null],
			["waiting", "everybody-booked"],
		]);
	});
});

describe("an order that its sample gave back", () => {
	it("is matched again with another, once, and the time is free for others", async () => {
		const { samples, startsAt } = await aPool(2);
		const { order, ...match } = await placeAndMatch(startsAt);
		const first = "chosen" in match ? match.chosen : never();
		const [other] = samples.filter((sample) => sample !== first);
		await releaseReservation(ctx, { order, sample: first, assignment: 1 });
		await releaseReservation(ctx, { order, sample: first, assignment: 1 });
		expect(await demandOf(order)).toMatchObject({ state: "open", excluded: [first], givenBack: 1 });
		expect(await matchOrder(ctx, { order })).toMatchObject({ chosen: other });
		await releaseReservation(ctx, { order, sample: first, assignment: 1 });
		expect(await reservationsOf(order)).toMatchObject([
			{ match: 1, sample: first, status: "released", releasedBy: "given-back", releasedAt: NOON },
			{ match: 2, sample: other, status: "held" },
		]);
		expect(await demandOf(order)).toMatchObject({ state: "matched", match: 2 });
		expect(await placeAndMatch(startsAt)).toMatchObject({ chosen: first });
		expect((await publishedOf(order)).map((event) => ("match" in event ? event.match : null))).toEqual([1, 2]);
	});

	it("says anew what it waits for", async () => {
		const { startsAt } = await aPool(1);
		const { order, ...match } = await placeAndMatch(startsAt);
		await releaseReservation(ctx, { order, sample: "chosen" in match ? match.chosen : never(), assignment: 1 });
		expect(await matchOrder(ctx, { order })).toEqual({ outcome: "waiting", reason: "nobody-suits" });
	});
});

describe("an order that has ended", () => {
	it("leaves nothing held, is never matched, and is learned from once per ending", async () => {
		const { startsAt } = await aPool(1);
		const { order, ...match } = await placeAndMatch(startsAt);
		const sample = "chosen" in match ? match.chosen : never();
		for (const outcome of ["failed", "failed"] as const) {
			expect(await end(order, sample, outcome)).toEqual({ freed: [sample] });
		}
		await end(order, sample, "completed", 2);
		expect(await reservationsOf(order)).toMatchObject([{ status: "released", releasedBy: "failed" }]);
		expect(await matchOrder(ctx, { order })).toEqual({ outcome: "none" });
		await releaseReservation(ctx, { order, sample, assignment: 1 });
		expect(await demandOf(order)).toMatchObject({ state: "ended" });
		const learned = await ctx.db.select().from(pastResults).where(eq(pastResults.order, order));
		expect(learned.map(({ ending, outcome }) => [ending, outcome]).sort()).toEqual([
			[1, "failed"],
			[2, "completed"],
		]);
	});

	it("is not matched when its end is heard of before it was placed", async () => {
		const { startsAt } = await aPool(1);
		const order = newId<OrderId>();
		await end(order, null, "cancelled");
		await noteDemand(ctx, {
			order,
			number: 1,
			reference: newId(),
			type: newId(),
			zone: null,
			startsAt,
			durationMinutes: 60,
			excluded: [],
		});
		expect(await matchOrder(ctx, { order })).toEqual({ outcome: "none" });
		expect(await demandOf(order)).toMatchObject({ state: "ended", startsAt });
		expect(await publishedOf(order)).toEqual([]);
	});

	it("keeps nothing held when it ends while it is being matched", async () => {
		for (let round = 0; round < 10; round++) {
			const { startsAt } = await aPool(1);
			const order = await place(startsAt);
			await Promise.all([matchOrder(ctx, { order }), end(order, null, "cancelled")]);
			expect((await reservationsOf(order)).filter(({ status }) => status === "held")).toEqual([]);
			expect(await demandOf(order)).toMatchObject({ state: "ended" });
		}
	});
});

describe("what samples did before", () => {
	it("speaks for who completes and against who fails, by the ending in force", async () => {
		const { samples, startsAt } = await aPool(2);
		const [good, corrected] = samples as [SampleId, SampleId];
		const type = newId<ServiceTypeId>();
		for (const sample of samples) {
			const others = samples.filter((other) => other !== sample);
			const { order } = await placeAndMatch(plus(startsAt, -days(1)), { type, excluded: others });
			await end(order, sample, sample === good ? "failed" : "completed");
			await end(order, sample, sample === good ? "completed" : "failed", 2);
			await learnRating(ctx, { order, sample, stars: sample === good ? 5 : 1 });
			await learnRating(ctx, { order, sample, stars: 1 });
		}
		const { order, ...match } = await placeAndMatch(startsAt, { type });
		expect(match).toMatchObject({ chosen: good });
		const [record] = await recordsOf(order);
		const scoreOf = (id: SampleId) => record?.candidates.find(({ sample }) => sample === id)?.values["past-results"];
		expect(scoreOf(good)).toBeCloseTo(0.75 * (5.5 / 6) + 0.25 * ((25 / 6 - 1) / 4), 5);
		expect(scoreOf(corrected)).toBeCloseTo(0.75 * (4.5 / 6) + 0.25 * ((21 / 6 - 1) / 4), 5);
	});

	it("shares the work: of two who are alike the one without a job comes first", async () => {
		const { samples, startsAt } = await aPool(2);
		const first = await placeAndMatch(startsAt);
		const second = await placeAndMatch(plus(startsAt, days(1)));
		const chosen = [first, second].map((match) => ("chosen" in match ? match.chosen : null));
		expect(chosen.sort()).toEqual(samples);
	});
});

describe("the replica of samples", () => {
	it("takes the newest version, in whatever order and however often versions come", async () => {
		const id = newId<SampleId>();
		for (const version of [2, 1, 3, 3, 2]) await learn(id, { version, name: `Version ${version}` });
		expect(await ctx.db.select().from(normalSamples).where(eq(normalSamples.id, id))).toMatchObject([
			{ version: 3, name: "Version 3" },
		]);
	});
});

describe("what a type needs", () => {
	it("is set by a manager, versioned, audited", async () => {
		const type = newId<ServiceTypeId>();
		const manager = actingAs(ctx, aPerson("manager"));
		expect(await getRequirements(manager, type)).toEqual({ version: 0, wanted: [] });
		const wanted = [{ trait: "speed", weight: 3 }];
		expect(await setRequirements(manager, { type, version: 0, wanted })).toEqual({ version: 1 });
		await expect(setRequirements(manager, { type, version: 0, wanted: [] })).rejects.toMatchObject({
			code: "common.stale",
		});
		expect(await getRequirements(manager, type)).toEqual({ version: 1, wanted });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(
				and(eq(auditEntries.subject, `service-type:${type}`), eq(auditEntries.action, "matching.set-requirements")),
			);
		expect(audited).toMatchObject([{ before: [], after: wanted, actor: { kind: "person" } }]);
	});

	it.each(["client", "worker", "warehouse"] as const)(
		"and why somebody was chosen are no business of a %s",
		async (role) => {
			const other = actingAs(ctx, aPerson(role));
			const type = newId<ServiceTypeId>();
			for (const attempt of [
				() => setRequirements(other, { type, version: 0, wanted: [] }),
				() => getRequirements(other, type),
				() => getExplanation(other, newId()),
			]) {
				await expect(attempt()).rejects.toMatchObject({ code: "common.not_allowed" });
			}
		},
	);
});

const never = (): never => {
	throw new Error("nobody was chosen");
};
