import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { workers } from "@/db/schema/hiring";
import { applicationMoves, applications } from "@/db/schema/hiring-applications";
import { experimentMembers, scorecards, workerEndings } from "@/db/schema/hiring-screening";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { jobCancelled, jobCompleted, jobCorrected, jobFailed } from "@/server/events/catalog/execution";
import { orderRated } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { days, after as plus } from "@/server/kernel/clock";
import { type ApplicationId, newId, type OrderId, type VacancyId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { activateRule } from "./commands/activate-rule";
import { beginExperiment } from "./commands/begin-experiment";
import { defineVacancy } from "./commands/define-vacancy";
import { drawUpScorecard } from "./commands/draw-up-scorecard";
import { learnEnding } from "./commands/learn-ending";
import { learnRating } from "./commands/learn-rating";
import { saveRule } from "./commands/save-rule";
import { stopExperiment } from "./commands/stop-experiment";
import { type ScreeningRule, standardRule } from "./domain/screening-rule";
import { hiringFunctions } from "./functions";
import { getExperiment } from "./queries/get-experiment";
import { getReplay } from "./queries/get-replay";
import { getScreening } from "./queries/get-screening";
import { listPerformance } from "./queries/list-performance";
import { aGradedTest, aNewWorker, anApplication } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const start = new Date("2026-03-02T10:00:00Z");
const onDay = (day: number) => at(manager, plus(start, days(day)));
const rule: ScreeningRule = { ...standardRule, acceptTop: 20, lookTop: 40, cohort: { days: 30, atLeast: 2 } };

const aVacancy = async (): Promise<VacancyId> =>
	(await defineVacancy(manager, { idempotencyKey: newId(), name: { en: "Day cat", ru: "Дневной кот" } })).vacancyId;

async function tested(vacancyId: VacancyId, day: number, points: Record<string, number>) {
	const applicationId = await anApplication(onDay(day), { vacancyId });
	const testId = await aGradedTest(onDay(day), { applicationId }, points);
	await drawUpScorecard(onDay(day), applicationId);
	return { applicationId, testId };
}

/** Taken, whatever was proposed. */
async function taken(applicationId: ApplicationId, day: number): Promise<WorkerId> {
	const { idempotencyKey: _key, strengths: _s, weaknesses: _w, ...profile } = aNewWorker();
	const workerId = newId<WorkerId>();
	await ctx.db.insert(workers).values({ ...profile, id: workerId, addedAt: onDay(day).clock.now() });
	const decided = { state: "accepted", stateSince: onDay(day).clock.now(), workerId } as const;
	await ctx.db.update(applications).set(decided).where(eq(applications.id, applicationId));
	await ctx.db.insert(applicationMoves).values({
		...{ applicationId, number: 1, from: "tested", to: "accepted", by: actorRef(manager.actor) },
		...{ movedAt: decided.stateSince, since: start },
	});
	return workerId;
}

const worked = (workerId: WorkerId, day: number, outcome: "completed" | "failed", noShow = false) =>
	learnEnding(onDay(day), { orderId: newId<OrderId>(), ending: 1, workerId, outcome, noShow, endedAt: start });

const save = (vacancyId: VacancyId, changed: ScreeningRule, basedOn = 0) =>
	saveRule(manager, { idempotencyKey: newId(), vacancyId, basedOn, name: "Tried", rule: changed });

/** Ten candidates, a day each, as good as their number; the two best were taken. One works well, one does not come. */
async function aHistory() {
	const vacancyId = await aVacancy();
	await save(vacancyId, rule);
	await activateRule(manager, { vacancyId, version: 1, instead: 0, reason: "To begin" });
	const cats = [];
	for (let day = 0; day < 10; day++)
		cats.push(await tested(vacancyId, day, { speed: 10 * day, patience: 45 - 2 * day }));
	const ids = cats.map(({ applicationId }) => applicationId);
	const [good, bad] = [await taken(ids[8] ?? newId(), 11), await taken(ids[9] ?? newId(), 11)];
	for (let job = 0; job < 3; job++) await worked(good, 12, "completed");
	await worked(bad, 12, "failed", true);
	return { vacancyId, cats, ids, good, bad };
}

describe("a replay", () => {
	it("of the rule that was in force differs from nothing", async () => {
		const { vacancyId } = await aHistory();
		expect(await getReplay(manager, { vacancyId, rule, from: null, asOf: null })).toMatchObject({
			candidates: 10,
			changed: 0,
		});
	});

	it("tells who would have been judged otherwise, and how those did", async () => {
		const { vacancyId, ids } = await aHistory();
		const patient = { ...rule, weights: [{ trait: "patience", weight: 1 }] };
		const told = await getReplay(manager, { vacancyId, rule: patient, from: null, asOf: null });
		expect(told.candidates).toBe(10);
		const now = told.taken.find(({ would }) => would === "reject");
		expect(now?.count).toBe(2);
		expect(now?.told.find(({ outcome }) => outcome === "completion")).toMatchObject({
			value: 0.75,
			units: 2,
			interval: null,
		});
		expect(told.differing.slice(0, 2).map(({ applicationId }) => applicationId)).toEqual([ids[9], ids[8]]);
		expect(told.differing[0]).toMatchObject({
			...{ was: "accept", would: "reject", decided: "accepted", performance: { jobs: 1, completed: 0, noShows: 1 } },
			reasons: [{ code: "below-line" }],
		});
		expect(told.moves.reduce((sum, { count }) => sum + count, 0)).toBe(10);
	});

	it("as of a moment is the same for ever: what is learned, graded or decided later changes nothing", async () => {
		const { vacancyId, cats, ids, good, bad } = await aHistory();
		const strict = { ...rule, mustHaves: [{ trait: "speed", atLeast: 85 }] };
		const asked = { vacancyId, rule: strict, from: null, asOf: onDay(15).clock.now() };
		const before = await getReplay(manager, asked);
		await worked(good, 16, "failed", true);
		await learnRating(onDay(16), { orderId: newId<OrderId>(), workerId: bad, stars: 5 });
		const [first] = cats;
		if (first) await aGradedTest(onDay(17), first, { speed: 100 });
		await drawUpScorecard(onDay(17), ids[0] ?? newId());
		await tested(vacancyId, 18, { speed: 99 });
		await taken(ids[3] ?? newId(), 19);
		const after = await getReplay(manager, asked);
		expect(after).toEqual(before);
	});

	it("even as of now judges each by the card that was decided by, in the cohort of then", async () => {
		const { vacancyId, cats, ids } = await aHistory();
		const same = { vacancyId, rule, from: null, asOf: null };
		const best = cats[9];
		if (best) await aGradedTest(onDay(20), best, { speed: 0 });
		await drawUpScorecard(onDay(20), ids[9] ?? newId());
		await tested(vacancyId, 21, { speed: 100, patience: 100 });
		const [late] = await ctx.db
			.select()
			.from(scorecards)
			.where(eq(scorecards.applicationId, ids[9] ?? newId()));
		expect(late).toBeDefined();
		expect(await getReplay(manager, same)).toMatchObject({ candidates: 11, changed: 0 });
	});

	it("looks at the period that was asked for, with the cohort that reaches before it", async () => {
		const { vacancyId } = await aHistory();
		const asked = { vacancyId, rule, from: onDay(5).clock.now(), asOf: null };
		expect(await getReplay(manager, asked)).toMatchObject({ candidates: 5, changed: 0 });
	});
});

describe("a rule", () => {
	it("is changed by its next version, put into force and back again, with reasons, on record", async () => {
		const vacancyId = await aVacancy();
		const input = {
			idempotencyKey: newId(),
			vacancyId,
			basedOn: 0,
			name: "Five per cent",
			rule: { ...rule, acceptTop: 5 },
		};
		const twice = await Promise.all([saveRule(manager, input), saveRule(manager, input)]);
		expect(twice).toEqual([{ version: 1 }, { version: 1 }]);
		expect((await getScreening(manager, { vacancyId })).inForce).toBe(0);
		await activateRule(manager, { vacancyId, version: 1, instead: 0, reason: "More cats are needed" });
		await activateRule(manager, { vacancyId, version: 0, instead: 1, reason: "Too many" });
		expect(await getScreening(manager, { vacancyId })).toMatchObject({
			inForce: 0,
			versions: [
				{ version: 1, name: "Five per cent" },
				{ version: 0, name: null },
			],
			activations: [
				{ version: 0, reason: "Too many" },
				{ version: 1, reason: "More cats are needed" },
			],
		});
		const entries = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `vacancy:${vacancyId}`));
		const done = entries.map(({ action }) => action);
		expect(done).toEqual(expect.arrayContaining(["hiring.save-rule", "hiring.activate-rule"]));
	});

	it("is refused when nothing differs, with an unknown trait, over what another has activated, and twice", async () => {
		const vacancyId = await aVacancy();
		await expect(save(vacancyId, standardRule)).rejects.toMatchObject({ code: "hiring.rule_unchanged" });
		const barking = { ...rule, weights: [{ trait: "barking", weight: 1 }] };
		await expect(save(vacancyId, barking)).rejects.toMatchObject({ code: "hiring.unknown_trait" });
		await save(vacancyId, rule);
		const change = { vacancyId, version: 1, reason: "Because" };
		await expect(activateRule(manager, { ...change, version: 7, instead: 0 })).rejects.toMatchObject({
			code: "common.not_found",
		});
		await activateRule(manager, { ...change, instead: 0 });
		await expect(activateRule(manager, { ...change, instead: 0 })).rejects.toMatchObject({ code: "common.stale" });
		await expect(activateRule(manager, { ...change, instead: 1 })).rejects.toMatchObject({
			code: "hiring.rule_in_force",
		});
	});
});

describe("an experiment", () => {
	const begin = (vacancyId: VacancyId) =>
		beginExperiment(manager, {
			...{
				idempotencyKey: newId(),
				vacancyId,
				name: "Looser",
				question: "Do more work as well?",
				outcome: "completion",
			},
			worth: 5,
			arms: [
				{ name: "As it is", percent: 50, ruleVersion: 0, testSetId: null },
				{ name: "Looser", percent: 50, ruleVersion: 1, testSetId: null },
			],
		});

	it("shares applicants out, tells how the arms do, and is stopped and rolled out", async () => {
		const vacancyId = await aVacancy();
		await save(vacancyId, { ...rule, acceptTop: 50, lookTop: 50 });
		const { experimentId } = await begin(vacancyId);
		await expect(begin(vacancyId)).rejects.toMatchObject({ code: "hiring.experiment_running" });
		for (let day = 0; day < 24; day++) await tested(vacancyId, day, { speed: 4 * day });
		const members = await ctx.db
			.select()
			.from(experimentMembers)
			.where(eq(experimentMembers.experimentId, experimentId));
		for (const arm of ["a", "b"]) {
			const ids = members.filter((member) => member.arm === arm).map(({ applicationId }) => applicationId);
			for (const id of ids.slice(0, 2)) await worked(await taken(id, 25), 26, "completed");
		}
		const told = await getExperiment(manager, { experimentId });
		expect(told).toMatchObject({ state: "running", ratio: { sound: true } });
		expect(told.arms.map(({ arm, members: count }) => [arm, count])).toEqual(
			["a", "b"].map((arm) => [arm, members.filter((member) => member.arm === arm).length]),
		);
		expect(told.arms.reduce((sum, arm) => sum + arm.accepted, 0)).toBe(4);
		expect(told.arms[1]?.results.find(({ outcome }) => outcome === "completion")).toMatchObject({
			...{ value: 1, interval: null, against: { difference: 0, verdict: "too-few" } },
		});
		const stop = { experimentId, reason: "It does", rollOut: "b" };
		await stopExperiment(manager, stop);
		expect((await getScreening(manager, { vacancyId })).inForce).toBe(1);
		await expect(stopExperiment(manager, stop)).rejects.toMatchObject({ code: "hiring.experiment_over" });
		expect(await getExperiment(manager, { experimentId })).toMatchObject({ state: "stopped", rolledOut: "b" });
		await tested(vacancyId, 30, { speed: 1 });
		const later = await ctx.db.select().from(experimentMembers).where(eq(experimentMembers.experimentId, experimentId));
		expect(later).toHaveLength(members.length);
	});
});

describe.each([
	["each event comes twice", { twice: true }],
	["each step is done twice", { repeated: true }],
])("how the accepted do is learned, though %s", (_what, faults) => {
	it("from the endings in force and from ratings, in any order", async () => {
		const engine = await startTestEngine(hiringFunctions, faults);
		const vacancyId = await aVacancy();
		const { applicationId } = await tested(vacancyId, 0, { speed: 50 });
		const workerId = await taken(applicationId, 1);
		const orders = Array.from({ length: 4 }, () => newId<OrderId>());
		const [one, two, three, four] = orders as [OrderId, OrderId, OrderId, OrderId];
		const clientId = newId();
		const ended = (orderId: OrderId, ending = 1) => ({
			...{ orderId, orderNumber: 1, clientId, workerId, assignment: 1, ending, at: ctx.clock.now().toISOString() },
		});
		const correction = { earlier: "failed", outcome: "completed", by: "Matilda", reason: "Was there" };
		await withTransaction(ctx, async (tx) => {
			await publish(tx, jobCorrected, { ...ended(two, 2), ...correction } as never);
			await publish(tx, jobCompleted, { ...ended(one), reportPhotoId: null } as never);
			await publish(tx, jobFailed, { ...ended(two), reason: "no-show", words: "" } as never);
			await publish(tx, jobFailed, { ...ended(three), reason: "no-show", words: "" } as never);
			await publish(tx, jobCancelled, { ...ended(four), by: "client", reason: "" } as never);
			await publish(tx, orderRated, { orderId: one, clientId, workerId, stars: 4, words: "" } as never);
		});
		await engine.settle();
		const known = await listPerformance(manager, vacancyId, new Date("2100-01-01"));
		expect(known.get(applicationId)).toEqual({ jobs: 3, completed: 2, noShows: 1, ratings: 1, stars: 4 });
		expect(await ctx.db.select().from(workerEndings).where(eq(workerEndings.workerId, workerId))).toHaveLength(5);
		await engine.stop();
	});
});
