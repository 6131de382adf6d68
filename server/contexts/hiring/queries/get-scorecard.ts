import { and, desc, eq } from "drizzle-orm";
import { traits } from "@/db/schema/hiring";
import { vacancies } from "@/db/schema/hiring-applications";
import { experimentArms, experiments, scorecards, screeningRules } from "@/db/schema/hiring-screening";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import type { Reason } from "../domain/proposal.policies";
import { levelsOf, screeningRule, standardRule } from "../domain/screening-rule";

/** A candidate's scorecards, the newest first, for managers: scores by trait, the place in the cohort, what is proposed and why. */
export async function getScorecard(ctx: Ctx, { applicationId }: { applicationId: ApplicationId }) {
	demandManager(ctx.actor);
	const rows = await ctx.db
		.select({
			card: scorecards,
			vacancy: vacancies.name,
			rule: screeningRules.name,
			content: screeningRules.rule,
			experiment: experiments.name,
			arm: experimentArms.name,
		})
		.from(scorecards)
		.innerJoin(vacancies, eq(vacancies.id, scorecards.vacancyId))
		.leftJoin(
			screeningRules,
			and(eq(screeningRules.vacancyId, scorecards.vacancyId), eq(screeningRules.version, scorecards.ruleVersion)),
		)
		.leftJoin(experiments, eq(experiments.id, scorecards.experimentId))
		.leftJoin(
			experimentArms,
			and(eq(experimentArms.experimentId, scorecards.experimentId), eq(experimentArms.arm, scorecards.arm)),
		)
		.where(eq(scorecards.applicationId, applicationId))
		.orderBy(desc(scorecards.number));
	const names = new Map((await ctx.db.select().from(traits)).map(({ key, name }) => [key, name]));
	const named = (trait: string) => ({ trait, name: names.get(trait) ?? { en: trait, ru: trait } });
	return rows.map(({ card, vacancy, rule, content, experiment, arm }) => ({
		...{ number: card.number, drawnUpAt: card.drawnUpAt, total: card.score, percentile: card.percentile },
		...{ proposal: card.proposal, trial: card.trial },
		scores: Object.entries(card.scores)
			.sort(([, one], [, other]) => other - one)
			.map(([trait, score]) => ({ ...named(trait), score })),
		reasons: (card.reasons as Reason[]).map((reason) =>
			"trait" in reason ? { ...reason, traitName: named(reason.trait).name } : reason,
		),
		cohort: { vacancy, from: card.cohortFrom, size: card.cohortSize, above: card.cohortAbove, equal: card.cohortEqual },
		/** What goes into the profile of who is accepted by this card. */
		found: levelsOf(card.scores, content === null ? standardRule : screeningRule.parse(content)),
		rule: { version: card.ruleVersion, name: rule },
		experiment: experiment !== null && arm !== null ? { experimentId: card.experimentId, name: experiment, arm } : null,
	}));
}

/** What is proposed of a candidate by the latest scorecard; null without one. */
export async function getProposal(ctx: Ctx, applicationId: ApplicationId) {
	const [card] = await ctx.db
		.select({ proposal: scorecards.proposal, trial: scorecards.trial })
		.from(scorecards)
		.where(eq(scorecards.applicationId, applicationId))
		.orderBy(desc(scorecards.number))
		.limit(1);
	return card ?? null;
}
