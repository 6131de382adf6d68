import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { demands, normalSamples, reservations } from "@/db/schema/matching";
import { matchRecords, pipelines } from "@/db/schema/matching-pipelines";
import { auditEntries } from "@/db/schema/platform";
import { firstPipeline } from "@/db/seed/pipeline";
import { aPerson } from "@/server/contexts/identity/testing";
import { days, hours, after as plus } from "@/server/kernel/clock";
import { type ClientId, newId, type OrderId, type ServiceTypeId } from "@/server/kernel/ids";
import { lot } from "@/server/kernel/lot";
import { at, createCtx } from "@/server/platform/context";
import { createCaller } from "@/server/trpc/root";
import { forgetDetails } from "./commands/forget-details";
import { learnAvailability } from "./commands/learn-availability";
import { learnRating } from "./commands/learn-rating";
import { learnSample } from "./commands/learn-sample";
import { matchOrder } from "./commands/match-order";
import { noteDemand } from "./commands/note-demand";
import { noteEnding } from "./commands/note-ending";
import { releaseReservation } from "./commands/release-reservation";
import { setRequirements } from "./commands/set-requirements";
import { chainData } from "./domain/chain";
import { rememberHistory } from "./domain/history";
import type { NormalSample, SampleId } from "./domain/sample";
import { getPool } from "./queries/get-pool";
import { getMoment, listFacts } from "./queries/list-facts";
import { listSamples } from "./queries/list-samples";
import { NOON } from "./testing";

const ctx = at(createCtx(), NOON);
const manager = aPerson("manager");
const office = createCaller({ ...ctx, actor: manager }).matching;
const steps = chainData.parse(firstPipeline.steps);
const reason = "To see what it would do";
const type = newId<ServiceTypeId>();
const client = newId<ClientId>();
const pool = Array.from({ length: 8 }, () => newId<SampleId>());
const orders: OrderId[] = [];
const draw = (name: string, below: number) => lot("history", name) % below;

async function place(startsAt: Date): Promise<OrderId> {
	const order = newId<OrderId>();
	const about = {
		order,
		number: orders.length + 1,
		reference: client,
		type,
		zone: null,
		startsAt,
		durationMinutes: 120,
	};
	await noteDemand(ctx, { ...about, excluded: [] });
	await matchOrder(ctx, { order });
	orders.push(order);
	return order;
}

/** A month as it might be: jobs that end well or badly, are corrected, rated and given back, while samples change. */
beforeAll(async () => {
	await setRequirements(ctx, { type, version: 0, wanted: [{ trait: "speed", weight: 3 }] });
	for (const [index, id] of pool.entries())
		await learnSample(ctx, { id, version: 1, name: `Sample ${index}`, levels: { speed: index - 3 }, active: true });
	for (let index = 0; index < 40; index++) {
		const order = await place(plus(NOON, days(1) + hours(index * 5)));
		const [held] = await ctx.db.select().from(reservations).where(eq(reservations.order, order));
		if (!held) continue;
		const [{ sample }, chance] = [held, draw(`end ${index}`, 6)];
		const end = (outcome: "completed" | "failed" | "cancelled", ending: number, why: string | null = null) =>
			noteEnding(ctx, { order, ending, outcome, reason: why, sample, at: NOON });
		if (chance === 0)
			await releaseReservation(ctx, { order, sample, assignment: 1 }).then(() => matchOrder(ctx, { order }));
		if (chance === 1) await end("failed", 1, "no-show");
		if (chance === 2) await end("failed", 1).then(() => end("completed", 2));
		if (chance === 3) await end("cancelled", 1);
		if (chance > 3)
			await end("completed", 1).then(() => learnRating(ctx, { order, sample, stars: 1 + draw(`stars ${index}`, 5) }));
		if (index % 9 === 0) await changeSomebody(index);
	}
	await setRequirements(ctx, { type, version: 1, wanted: [{ trait: "patience", weight: 3 }] });
}, 60_000);

async function changeSomebody(index: number): Promise<void> {
	const id = pool[draw(`who ${index}`, pool.length)] ?? newId<SampleId>();
	await learnSample(ctx, { id, version: 2 + index, name: "Changed", levels: { patience: 2 }, active: index % 2 === 0 });
	const daysOff = [{ first: "2026-12-05", last: "2026-12-06" }];
	await learnAvailability(ctx, { sample: id, version: 1 + index, weeklyHours: null, daysOff });
}

const inOrder = (samples: readonly NormalSample[]) => samples.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const month = { from: plus(NOON, -days(1)), to: plus(NOON, days(60)) };
const draft = (changed: (entry: (typeof steps)[number]) => object = () => ({})) =>
	office.savePipeline({
		...{ idempotencyKey: newId(), version: null, revision: 0, note: "" },
		steps: steps.map((entry) => ({ ...entry, ...changed(entry) })),
	});
const slowest = (entry: (typeof steps)[number]) =>
	entry.step === "trait-fit"
		? { step: "expression-score", as: "slow", params: { expression: "(5 - level_speed) / 10" }, weight: 100 }
		: {};

describe("what is known of samples", () => {
	it("is the same in memory, in the tables, and by the history of all that became known", async () => {
		const history = rememberHistory();
		for (const fact of await listFacts(ctx, await getMoment(ctx))) history.learn(fact);
		const told = inOrder(await listSamples(ctx));
		expect(told.filter(({ results, jobs }) => results.length + jobs.length > 0).length).toBeGreaterThan(4);
		expect(inOrder(history.samples())).toEqual(told);
		expect(inOrder((await getPool()).samples)).toEqual(told);
	});

	it("is in memory at the next look, whoever wrote it, and not before it is certain", async () => {
		const of = async (id: SampleId) => (await getPool()).samples.find((sample) => sample.id === id);
		const [id = newId<SampleId>()] = pool;
		const before = await of(id);
		await ctx.db.transaction(async (tx) => {
			await tx
				.update(normalSamples)
				.set({ levels: { luck: 5 } })
				.where(eq(normalSamples.id, id));
			expect(await of(id)).toEqual(before);
		});
		expect((await of(id))?.levels).toEqual({ luck: 5 });
		await ctx.db
			.update(normalSamples)
			.set({ levels: before?.levels ?? {} })
			.where(eq(normalSamples.id, id));
	});
});

describe("a replay", () => {
	it("of the version that decided comes to the same, and facts that are learned later change nothing", async () => {
		const matched = await ctx.db.select().from(matchRecords).where(eq(matchRecords.outcome, "matched"));
		const first = await office.replay({ version: 1, ...month });
		expect(first).toMatchObject({ orders: matched.length, agreement: 1, nobody: 0, differences: [] });
		expect(first.chosen).toEqual(first.decided);

		for (const [index, id] of pool.entries())
			await learnSample(ctx, { id, version: 1000, name: "New", levels: { speed: 3 - index }, active: index < 4 });
		for (const order of orders.slice(0, 10)) {
			const [record] = matched.filter((one) => one.order === order);
			if (record?.chosen)
				await noteEnding(ctx, {
					order,
					ending: 9,
					outcome: "failed",
					reason: "no-show",
					sample: record.chosen,
					at: NOON,
				});
		}
		expect(await office.replay({ version: 1, ...month })).toEqual(first);
	});

	it("of another version says whom it would have chosen, how evenly, and what was to be expected", async () => {
		const { version } = await draft(slowest);
		const replay = await office.replay({ version, ...month });
		expect(replay.agreement).toBeLessThan(0.8);
		expect(replay.differences.length).toBeGreaterThan(5);
		expect(replay.chosen.gini).toBeGreaterThan(0);
		expect(replay.chosen.expectedCompletion).not.toBe(replay.decided.expectedCompletion);
		expect(replay.differences[0]).toMatchObject({
			decided: { workerId: expect.any(String), name: expect.any(String) },
			chosen: { workerId: expect.any(String) },
		});
	});

	it("of one order shows all that was seen then", async () => {
		const [order = newId<OrderId>()] = orders.slice(5);
		const told = (await office.officeOrder({ orderId: order }))?.matches.at(-1);
		const { result } = await office.tryChain({ orderId: order, chain: { version: 1 }, moment: "then" });
		expect(result?.funnel).toEqual(told?.funnel);
		expect(result?.candidates.map(({ workerId, values, rank }) => [workerId, values, rank])).toEqual(
			told?.candidates.map(({ workerId, values, rank }) => [workerId, values, rank]),
		);
	});
});

describe("a version that runs beside", () => {
	it("says whom it would have chosen for each new order, decides nothing, and its differences are shown", async () => {
		const { version } = await draft(slowest);
		await office.shadowPipeline({ version, on: true });
		const order = await place(plus(NOON, days(20)));
		await place(plus(NOON, days(21)));
		const told = await office.officeOrder({ orderId: order });
		expect(told?.matches[0]?.chainVersion).toBe(1);
		const shadow = await office.shadow({ version });
		expect(shadow).toMatchObject({ orders: 2, failed: 0 });
		const difference = shadow.differences.find(({ orderId }) => orderId === order);
		expect(difference).toMatchObject({
			...{ decidedBy: 1, decided: told?.matches[0]?.chosen },
			...{ placeOfChosen: expect.any(Number), placeOfDecided: expect.any(Number) },
		});
		expect(difference?.chosen?.workerId).not.toBe(told?.matches[0]?.chosen?.workerId);
		await office.shadowPipeline({ version, on: false });
		await place(plus(NOON, days(22)));
		expect((await office.shadow({ version })).orders).toBe(2);
	});

	it("that fails stands in nobody's way: what went wrong is kept", async () => {
		const { version } = await draft();
		await office.shadowPipeline({ version, on: true });
		const broken = sql`jsonb_set(steps, '{3}', '{"step": "combine", "version": 1, "params": {}, "weight": null}')`;
		await ctx.db.update(pipelines).set({ steps: broken }).where(eq(pipelines.version, version));
		const order = await place(plus(NOON, days(23)));
		expect((await office.officeOrder({ orderId: order }))?.state).toBe("matched");
		expect(await office.shadow({ version })).toMatchObject({
			...{ orders: 1, agreed: 0, failed: 1 },
			differences: [{ orderId: order, trouble: expect.stringContaining("needs-earlier") }],
		});
		await ctx.db.update(pipelines).set({ status: "retired" }).where(eq(pipelines.version, version));
	});

	it("takes a stable share of orders, and what became of them is told apart", async () => {
		const { version } = await draft(slowest);
		await office.shadowPipeline({ version, on: true });
		await office.sharePipeline({ version, percent: 50, reason });
		const placed = [];
		for (let index = 0; index < 16; index++) placed.push(await place(plus(NOON, days(30) + hours(2 * index))));
		const records = await ctx.db.select().from(matchRecords).where(eq(matchRecords.pipelineVersion, version));
		expect(records.length).toBeGreaterThan(2);
		expect(records.length).toBeLessThan(14);
		for (const order of placed) {
			const [record] = await ctx.db.select().from(matchRecords).where(eq(matchRecords.order, order));
			expect(record?.pipelineVersion).toBe(lot("experiment", order) % 100 < 50 ? version : 1);
		}
		const [record] = records;
		if (!record?.chosen) throw new Error("the version has decided nothing");
		await noteEnding(ctx, {
			...record,
			ending: 1,
			outcome: "completed",
			reason: null,
			sample: record.chosen,
			at: NOON,
		});
		await learnRating(ctx, { order: record.order, sample: record.chosen, stars: 5 });
		const outcomes = await office.outcomes();
		expect(outcomes.find((one) => one.version === version)).toMatchObject({
			...{ orders: records.length, completed: 1, failed: 0, stars: 5, rated: 1 },
		});
		expect(outcomes.find((one) => one.version === 1)?.noShows).toBeGreaterThan(0);
		await office.shadowPipeline({ version, on: false });
	});
});

describe("a worker pinned by hand", () => {
	const waiting = async (startsAt: Date) => {
		const order = newId<OrderId>();
		const about = { order, number: 1, reference: client, type, zone: null, startsAt, durationMinutes: 60 };
		await noteDemand(ctx, { ...about, excluded: [] });
		return order;
	};

	it("gets the order past the chain, with the reason on record", async () => {
		const orderId = await waiting(plus(NOON, days(40)));
		const best = (await office.tryChain({ orderId, chain: { version: 1 } })).result;
		const other = best?.candidates.find(({ rank }) => rank === 3);
		if (!other) throw new Error("there are not three candidates");
		await office.pinWorker({ orderId, workerId: other.workerId, reason: "The client asked for this one" });
		const told = await office.officeOrder({ orderId });
		expect(told?.matches).toMatchObject([
			{
				chosen: { workerId: other.workerId },
				pinned: { by: { id: manager.accountId }, reason: "The client asked for this one" },
			},
		]);
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `order:${orderId}`));
		expect(audited).toMatchObject([{ action: "matching.pin-worker", reason: "The client asked for this one" }]);
		await expect(office.pinWorker({ orderId, workerId: other.workerId, reason })).rejects.toMatchObject({
			message: "matching.has_it_already",
		});
	});

	it("is never given two jobs at once, whoever presses, and nothing is left of a refusal", async () => {
		const startsAt = plus(NOON, days(41));
		const [one, other] = [await waiting(startsAt), await waiting(startsAt)];
		const [workerId = newId<SampleId>()] = pool;
		const both = await Promise.allSettled(
			[one, other].map((orderId) => office.pinWorker({ orderId, workerId, reason: "Hurry" })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(both.find(({ status }) => status === "rejected")).toMatchObject({
			reason: { message: "matching.worker_taken" },
		});
		const held = await ctx.db.select().from(reservations).where(eq(reservations.startsAt, startsAt));
		expect(held).toHaveLength(1);
		const states = await ctx.db.select({ state: demands.state }).from(demands).where(eq(demands.startsAt, startsAt));
		expect(states.map(({ state }) => state).sort()).toEqual(["matched", "open"]);
	});

	it("has to be in the pool", async () => {
		const orderId = await waiting(plus(NOON, days(42)));
		await expect(office.pinWorker({ orderId, workerId: newId(), reason })).rejects.toMatchObject({
			message: "matching.not_in_pool",
		});
	});
});

describe("what each step said", () => {
	it("is forgotten after the time that the policy says; who was chosen is not", async () => {
		const [order = newId<OrderId>()] = orders;
		const recordOf = async () => (await ctx.db.select().from(matchRecords).where(eq(matchRecords.order, order)))[0];
		const before = await recordOf();
		expect(await forgetDetails(at(ctx, plus(NOON, days(364))))).toEqual({ forgotten: 0 });
		expect((await forgetDetails(at(ctx, plus(NOON, days(366))))).forgotten).toBeGreaterThan(40);
		expect(before?.candidates.length).toBe(pool.length);
		expect(await recordOf()).toEqual({ ...before, candidates: [], said: null });
	});
});
