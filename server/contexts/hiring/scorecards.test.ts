import { asc, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { applicationMoves } from "@/db/schema/hiring-applications";
import { scorecards } from "@/db/schema/hiring-screening";
import { liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { assessmentGraded } from "@/server/events/catalog/hiring-tests";
import { publish } from "@/server/events/publish";
import { days, after as plus } from "@/server/kernel/clock";
import { type ApplicationId, newId, type VacancyId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { acceptCandidate } from "./commands/accept-candidate";
import { activateRule } from "./commands/activate-rule";
import { beginExperiment } from "./commands/begin-experiment";
import { defineVacancy } from "./commands/define-vacancy";
import { drawUpScorecard } from "./commands/draw-up-scorecard";
import { rejectCandidate } from "./commands/reject-candidate";
import { saveRule } from "./commands/save-rule";
import type { ScreeningRule } from "./domain/screening-rule";
import { standardRule } from "./domain/screening-rule";
import { hiringFunctions } from "./functions";
import { getScorecard } from "./queries/get-scorecard";
import { aGradedTest, anApplication } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const start = new Date("2026-03-02T10:00:00Z");

const aVacancy = async (): Promise<VacancyId> =>
	(await defineVacancy(manager, { idempotencyKey: newId(), name: { en: "Night cat", ru: "Ночной кот" } })).vacancyId;

/** A candidate whose test came to this, so many days after the start, with a scorecard. */
async function tested(vacancyId: VacancyId, points: Record<string, number>, day = 0): Promise<ApplicationId> {
	const then = at(manager, plus(start, days(day)));
	const applicationId = await anApplication(then, { vacancyId });
	await aGradedTest(then, { applicationId }, points);
	await drawUpScorecard(then, applicationId);
	return applicationId;
}

async function inForce(vacancyId: VacancyId, rule: Partial<ScreeningRule>): Promise<number> {
	const saved = {
		idempotencyKey: newId(),
		vacancyId,
		basedOn: 0,
		name: "Another one",
		rule: { ...standardRule, ...rule },
	};
	const { version } = await saveRule(manager, saved);
	await activateRule(manager, { vacancyId, version, instead: version - 1, reason: "To see" });
	return version;
}

const cardsOf = (applicationId: ApplicationId) =>
	ctx.db.select().from(scorecards).where(eq(scorecards.applicationId, applicationId)).orderBy(asc(scorecards.number));
const small = { cohort: { days: 30, atLeast: 4 }, acceptTop: 25, lookTop: 50 };

describe("a scorecard", () => {
	it("says the traits, the place in the cohort, what the rule proposes and why", async () => {
		const vacancyId = await aVacancy();
		const version = await inForce(vacancyId, {
			...small,
			weights: [
				{ trait: "speed", weight: 3 },
				{ trait: "patience", weight: 1 },
			],
		});
		for (const speed of [20, 40, 60]) await tested(vacancyId, { speed, patience: 50 });
		const best = await tested(vacancyId, { speed: 90, patience: 30 });
		expect(await getScorecard(manager, { applicationId: best })).toMatchObject([
			{
				...{ number: 1, total: 7_500, percentile: 8_750, proposal: "accept", trial: false },
				scores: [
					{ trait: "speed", name: { en: "Speed" }, score: 9_000 },
					{ trait: "patience", score: 3_000 },
				],
				reasons: [{ code: "among-best", percent: 25 }],
				cohort: { vacancy: { en: "Night cat" }, size: 4, above: 0, equal: 1 },
				rule: { version, name: "Another one" },
				experiment: null,
				found: { strengths: [{ trait: "speed", level: 4 }], weaknesses: [{ trait: "patience", level: 1 }] },
			},
		]);
		expect(await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, best))).not.toEqual([]);
	});

	it("counts those tested for the same vacancy within the rule's days, each by the latest card", async () => {
		const [vacancyId, elsewhere] = [await aVacancy(), await aVacancy()];
		await inForce(vacancyId, small);
		await tested(elsewhere, { speed: 99 });
		await tested(vacancyId, { speed: 98 }, 0);
		const regraded = await tested(vacancyId, { speed: 40 }, 20);
		await aGradedTest(at(ctx, plus(start, days(21))), { applicationId: regraded }, { speed: 100 });
		await drawUpScorecard(at(manager, plus(start, days(21))), regraded);
		const [card] = await cardsOf(await tested(vacancyId, { speed: 50 }, 30));
		expect(card).toMatchObject({ cohortSize: 2, cohortAbove: 1, proposal: "look" });
	});

	it("is never overwritten: results graded anew make the next one, the same results none", async () => {
		const applicationId = await anApplication(ctx, { vacancyId: await aVacancy() });
		const testId = await aGradedTest(ctx, { applicationId }, { speed: 40 });
		await Promise.all([drawUpScorecard(manager, applicationId), drawUpScorecard(manager, applicationId)]);
		await aGradedTest(ctx, { applicationId, testId }, { speed: 70 });
		expect(await drawUpScorecard(manager, applicationId)).toEqual({ number: 2 });
		expect((await cardsOf(applicationId)).map(({ number, score }) => [number, score])).toEqual([
			[1, 4_000],
			[2, 7_000],
		]);
		const forge = ctx.db.update(scorecards).set({ score: 1 }).where(eq(scorecards.applicationId, applicationId));
		await expect(forge).rejects.toThrow();
	});

	it("puts everybody at the percentile, and the total, that plain SQL reckons", async () => {
		const vacancyId = await aVacancy();
		await inForce(vacancyId, {
			weights: [
				{ trait: "speed", weight: 2 },
				{ trait: "climbing", weight: 5 },
			],
		});
		const candidates = [];
		for (let index = 0; index < 40; index++) {
			const points = { speed: (index * 37) % 11, climbing: (index * 53) % 7, napping: index };
			candidates.push(await tested(vacancyId, points));
		}
		const last = candidates.at(-1) ?? newId<ApplicationId>();
		const [plain] = await ctx.db.execute<{ score: number; percentile: number }>(sql`
			with totals as (
				select application_id, round((2 * (scores->>'speed')::numeric + 5 * (scores->>'climbing')::numeric) / 7) as total
				from hiring.scorecards where vacancy_id = ${vacancyId}
			)
			select mine.total::int as score, round(100 * 100 * (
				count(*) filter (where totals.total < mine.total) + count(*) filter (where totals.total = mine.total) / 2.0
			) / count(*))::int as percentile
			from totals, totals mine where mine.application_id = ${last} group by mine.total`);
		expect(await cardsOf(last)).toMatchObject([plain]);
	});

	it("follows by itself when the tests are graded, once however often that is said", async () => {
		const engine = await startTestEngine(hiringFunctions, { twice: true });
		const applicationId = await anApplication(ctx, { vacancyId: await aVacancy() });
		await aGradedTest(ctx, { applicationId }, { speed: 40 });
		const graded = { assessmentId: newId(), applicationId, gradedAt: ctx.clock.now().toISOString() };
		await withTransaction(ctx, (tx) => publish(tx, assessmentGraded, graded as never));
		await engine.settle();
		expect(await cardsOf(applicationId)).toHaveLength(1);
		await engine.stop();
	});
});

it("is drawn up by the rule of the arm that the candidate is in, and stays as it is afterwards", async () => {
	const vacancyId = await aVacancy();
	const strict = await inForce(vacancyId, { ...small, floor: 100 });
	await activateRule(manager, { vacancyId, version: 0, instead: strict, reason: "Back" });
	const arms = [
		{ name: "As it is", percent: 50, ruleVersion: 0, testSetId: null },
		{ name: "Strict", percent: 50, ruleVersion: strict, testSetId: null },
	];
	const asked = { vacancyId, name: "Strictness", question: "Does it help?", outcome: "completion", worth: 5 } as const;
	await beginExperiment(manager, { idempotencyKey: newId(), ...asked, arms });
	const cards = [];
	for (let index = 0; index < 24; index++) cards.push(...(await cardsOf(await tested(vacancyId, { speed: 50 }))));
	expect(new Set(cards.map(({ arm }) => arm))).toEqual(new Set(["a", "b"]));
	for (const { arm, ruleVersion, proposal } of cards) {
		expect([ruleVersion, proposal]).toEqual(arm === "a" ? [0, "look"] : [strict, "reject"]);
	}
});

it("binds nobody, but who decides against it says why", async () => {
	const vacancyId = await aVacancy();
	await inForce(vacancyId, { ...small, cohort: { days: 30, atLeast: 1 }, lookTop: 25 });
	const [best, worst] = [await tested(vacancyId, { speed: 90 }), await tested(vacancyId, { speed: 10 })];
	const acceptance = { applicationId: worst, version: 1, strengths: [], weaknesses: [], trial: false };
	await expect(acceptCandidate(manager, { ...acceptance, against: "" })).rejects.toMatchObject({
		code: "applications.reason_needed",
	});
	await acceptCandidate(manager, { ...acceptance, against: "I have seen her climb" });
	const rejection = { applicationId: best, version: 1, reason: "tests", words: "" } as const;
	await expect(rejectCandidate(manager, { ...rejection, against: "" })).rejects.toMatchObject({
		code: "applications.reason_needed",
	});
	await rejectCandidate(manager, { ...rejection, against: "He bit the grader" });
	const moves = await ctx.db
		.select()
		.from(applicationMoves)
		.where(inArray(applicationMoves.applicationId, [best, worst]));
	expect(moves.map(({ to, words }) => [to, words]).sort()).toEqual([
		["accepted", "I have seen her climb"],
		["rejected", "He bit the grader"],
	]);
});

it("is for managers alone", async () => {
	const applicationId = await tested(await aVacancy(), { speed: 40 });
	for (const role of ["client", "worker", "warehouse"] as const) {
		const other = actingAs(ctx, aPerson(role));
		await expect(getScorecard(other, { applicationId })).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(drawUpScorecard(other, applicationId)).rejects.toMatchObject({ code: "common.not_allowed" });
	}
});
