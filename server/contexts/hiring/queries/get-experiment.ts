import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import { applications } from "@/db/schema/hiring-applications";
import { experimentArms, experimentMembers, experiments, scorecards } from "@/db/schema/hiring-screening";
import { assessments, testSets } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import type { ExperimentId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";
import { compare, type Estimate, estimateOf, intervalOf } from "../domain/comparison";
import { kinds, type Outcome, outcomes, type Performance } from "../domain/outcome";
import { estimateAtWork } from "../domain/performance";
import { RATIO_ALARM, sampleRatioP } from "../domain/sample-ratio";
import { listPerformance } from "./list-performance";

/**
 * An experiment as it stands: who is in which arm, whether they were shared out as meant, and how the arms do. Only the outcome
 * that was chosen beforehand decides, and its intervals promise few false alarms however often one looks; the others inform.
 */
export async function getExperiment(ctx: Ctx, { experimentId }: { experimentId: ExperimentId }) {
	demandManager(ctx.actor);
	const [experiment] = await ctx.db.select().from(experiments).where(eq(experiments.id, experimentId));
	if (!experiment) throw commonRefusals.because("not_found");
	const rows = await ctx.db
		.select({ ...getTableColumns(experimentArms), set: testSets.name })
		.from(experimentArms)
		.leftJoin(testSets, eq(testSets.id, experimentArms.testSetId))
		.where(eq(experimentArms.experimentId, experimentId))
		.orderBy(asc(experimentArms.position));
	const [counts, done] = await Promise.all([countsOf(ctx, experimentId), performanceByArm(ctx, experiment)]);
	const arms = rows.map(({ experimentId: _id, ...arm }) => {
		const counted = counts.get(arm.arm) ?? nobody;
		return { ...arm, ...counted, estimates: estimatesOf(counted, done.get(arm.arm) ?? []) };
	});
	const [control, ...variants] = arms;
	const worthOf = (outcome: Outcome) =>
		outcome === experiment.outcome ? experiment.worth / 100 : kinds[outcome].worth;
	return {
		...experiment,
		ratio: ratioOf(arms),
		arms: arms.map(({ estimates, ...arm }) => ({
			...arm,
			results: outcomes.map((outcome) => ({
				...{ outcome, good: kinds[outcome].good, units: estimates[outcome]?.units ?? 0 },
				value: estimates[outcome]?.value ?? null,
				interval: intervalOf(estimates[outcome], worthOf(outcome)),
				against:
					control && arm.arm !== control.arm
						? compare(control.estimates[outcome], estimates[outcome], {
								...{ worth: worthOf(outcome), variants: variants.length },
							})
						: null,
			})),
		})),
	};
}

const ratioOf = (arms: readonly { members: number; percent: number }[]) => {
	const p = sampleRatioP(
		arms.map(({ members }) => members),
		arms.map(({ percent }) => percent),
	);
	return { p, sound: p >= RATIO_ALARM };
};

/** `others` began with other tests than those of their arm. They count all the same: who is drawn stays drawn. */
type Counts = { members: number; judged: number; accepted: number; trial: number; others: number };
const nobody: Counts = { members: 0, judged: 0, accepted: 0, trial: 0, others: 0 };

function estimatesOf({ members, accepted }: Counts, done: readonly Performance[]): Record<Outcome, Estimate | null> {
	const everybody = Array.from({ length: members }, (_, index) => ({ sum: index < accepted ? 1 : 0, of: 1 }));
	return {
		accepted: estimateOf(everybody, kinds.accepted.range),
		completion: estimateAtWork("completion", done),
		"no-shows": estimateAtWork("no-shows", done),
		stars: estimateAtWork("stars", done),
	};
}

async function countsOf(ctx: Ctx, experimentId: ExperimentId): Promise<Map<string, Counts>> {
	const rows = await ctx.db.execute<Counts & { arm: string }>(sql`
		select member.arm, count(*)::int as members, count(*) filter (where application.state = 'accepted')::int as accepted,
			count(*) filter (where application.trial)::int as trial,
			count(*) filter (where exists (
				select from ${scorecards} card where card.application_id = member.application_id
			))::int as judged,
			count(*) filter (where arm.test_set_id is not null and taken.set_id is distinct from arm.test_set_id)::int as others
		from ${experimentMembers} member join ${applications} application on application.id = member.application_id
			join ${experimentArms} arm on arm.experiment_id = member.experiment_id and arm.arm = member.arm
			left join ${assessments} taken on taken.application_id = member.application_id
		where member.experiment_id = ${experimentId}
		group by member.arm`);
	return new Map(rows.map(({ arm, ...counts }) => [arm, counts]));
}

async function performanceByArm(
	ctx: Ctx,
	{ id, vacancyId }: typeof experiments.$inferSelect,
): Promise<Map<string, Performance[]>> {
	const known = await listPerformance(ctx, vacancyId, ctx.clock.now());
	const members = await ctx.db
		.select({ applicationId: experimentMembers.applicationId, arm: experimentMembers.arm })
		.from(experimentMembers)
		.innerJoin(applications, eq(applications.id, experimentMembers.applicationId))
		.where(sql`${experimentMembers.experimentId} = ${id} and ${applications.workerId} is not null`);
	const byArm = new Map<string, Performance[]>();
	for (const { applicationId, arm } of members) {
		const done = known.get(applicationId);
		if (done) byArm.set(arm, [...(byArm.get(arm) ?? []), done]);
	}
	return byArm;
}
