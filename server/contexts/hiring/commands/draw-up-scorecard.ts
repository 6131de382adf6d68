import { desc, eq, sql } from "drizzle-orm";
import { applications } from "@/db/schema/hiring-applications";
import { scorecards } from "@/db/schema/hiring-screening";
import { attemptResults } from "@/db/schema/hiring-tests";
import { commonRefusals, NotYet } from "@/server/kernel/errors";
import type { ApplicationId, VacancyId } from "@/server/kernel/ids";
import { lotShare } from "@/server/kernel/lot";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { demandManager } from "../domain/access";
import { propose } from "../domain/proposal.policies";
import { TRIAL } from "../domain/replay";
import { traitScores } from "../domain/score";
import { totalOf } from "../domain/screening-rule";
import { percentileOf } from "../domain/standing";
import { getActivation, getRule } from "../queries/get-rule";
import { getStanding } from "../queries/get-standing";
import { enterExperiment } from "./enter-experiment";

const DAY = 86_400_000;

/**
 * Draws up what a candidate's graded tests come to, by the rule in force or that of the candidate's arm. Cards are numbered and
 * never overwritten: results graded anew make the next one, the same results none. Cards of a vacancy are drawn up one after
 * the other, so that each says where it stood among those before it, and a replay can say the same.
 */
export async function drawUpScorecard(ctx: Ctx, applicationId: ApplicationId): Promise<{ number: number }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const vacancyId = await lockVacancyOf(tx, applicationId);
		const results = await latestResults(tx, applicationId);
		if (results.length === 0) throw new NotYet(`results of application ${applicationId}`);
		const basis = results.map(({ attemptId, number }) => `${attemptId}:${number}`).join(" ");
		const earlier = await tx.db
			.select({ number: scorecards.number, basis: scorecards.basis })
			.from(scorecards)
			.where(eq(scorecards.applicationId, applicationId))
			.orderBy(desc(scorecards.number));
		const same = earlier.find((card) => card.basis === basis);
		if (same) return { number: same.number };
		const number = (earlier[0]?.number ?? 0) + 1;
		const scores = traitScores(results.map(({ traits }) => traits));
		await write(tx, { applicationId, vacancyId, number, basis, scores });
		await announce(tx, { context: "hiring", subject: applicationId, audiences: [] });
		return { number };
	});
}

type Card = Pick<typeof scorecards.$inferInsert, "applicationId" | "vacancyId" | "number" | "basis" | "scores">;

async function write(tx: TxCtx, card: Card): Promise<void> {
	const { applicationId, vacancyId, scores } = card;
	const membership = await enterExperiment(tx, { applicationId, vacancyId }, "graded");
	const ruleVersion = membership?.ruleVersion ?? (await getActivation(tx, vacancyId)).version;
	const rule = await getRule(tx, { vacancyId, version: ruleVersion });
	const now = tx.clock.now();
	const from = new Date(now.getTime() - rule.cohort.days * DAY);
	const total = totalOf(scores, rule);
	const standing = await getStanding(tx, { vacancyId, version: ruleVersion, rule, total, from, applicationId });
	await tx.db.insert(scorecards).values({
		...{ ...card, score: total, percentile: percentileOf(standing), ruleVersion, drawnUpAt: now },
		...{ cohortFrom: from, cohortSize: standing.size, cohortAbove: standing.above, cohortEqual: standing.equal },
		...{ experimentId: membership?.experimentId, arm: membership?.arm },
		...propose(rule, scores, standing, () => lotShare(TRIAL, applicationId)),
	});
}

async function lockVacancyOf(tx: TxCtx, applicationId: ApplicationId): Promise<VacancyId> {
	const [application] = await tx.db
		.select({ vacancyId: applications.vacancyId })
		.from(applications)
		.where(eq(applications.id, applicationId));
	if (!application) throw commonRefusals.because("not_found");
	await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`scorecards:${application.vacancyId}`}))`);
	return application.vacancyId;
}

const latestResults = (tx: TxCtx, applicationId: ApplicationId) =>
	tx.db
		.selectDistinctOn([attemptResults.attemptId])
		.from(attemptResults)
		.where(eq(attemptResults.applicationId, applicationId))
		.orderBy(attemptResults.attemptId, desc(attemptResults.number));
