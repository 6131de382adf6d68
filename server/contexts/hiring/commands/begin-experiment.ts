import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { experimentArms, experiments } from "@/db/schema/hiring-screening";
import { testSets } from "@/db/schema/hiring-tests";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { type ExperimentId, newId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { hiringRefusals } from "../contracts";
import { type beginExperimentInput, differ } from "../contracts/screening";
import { demandManager } from "../domain/access";
import { getRule } from "../queries/get-rule";
import { lockScreening } from "./lock-screening";

type Experiment = z.output<typeof beginExperimentInput>;

/** A manager begins to try an idea on a random share of a vacancy's applicants. One experiment at a time runs for each vacancy. */
export async function beginExperiment(ctx: Ctx, input: Experiment): Promise<{ experimentId: ExperimentId }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.begin-experiment", key: input.idempotencyKey, input }, async () => {
			const { vacancyId, name, question, outcome, worth } = input;
			await lockScreening(tx, vacancyId);
			for (const arm of input.arms) await refuseUnknown(tx, vacancyId, arm);
			const arms = await withUsualSet(tx, input);
			const [begun] = await tx.db
				.insert(experiments)
				.values({
					...{ id: newId<ExperimentId>(), vacancyId, name, question, outcome, worth },
					...{ startedAt: tx.clock.now(), startedBy: actorRef(tx.actor) },
				})
				.onConflictDoNothing()
				.returning({ id: experiments.id });
			if (!begun) throw hiringRefusals.because("experiment_running");
			const experimentId = begun.id;
			await tx.db
				.insert(experimentArms)
				.values(
					arms.map((arm, position) => ({ ...arm, experimentId, position, arm: String.fromCharCode(97 + position) })),
				);
			await audit(tx, {
				...{ action: "hiring.begin-experiment", subject: `vacancy:${vacancyId}` },
				after: { experimentId, name, question, outcome, worth, arms },
			});
			await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
			return { experimentId };
		}),
	);
}

/** Where sets are compared, the usual one is compared as it is now: another becoming usual meanwhile must not change an arm. */
async function withUsualSet(tx: TxCtx, { vacancyId, arms }: Experiment): Promise<Experiment["arms"]> {
	if (arms.every(({ testSetId }) => testSetId === null)) return arms;
	const [usual] = await tx.db
		.select({ id: testSets.id })
		.from(testSets)
		.where(and(eq(testSets.vacancyId, vacancyId), testSets.usual, testSets.active));
	const named = arms.map((arm) => ({ ...arm, testSetId: arm.testSetId ?? usual?.id ?? null }));
	if (!differ(named)) throw hiringRefusals.because("variants_alike");
	return named;
}

async function refuseUnknown(
	tx: TxCtx,
	vacancyId: Experiment["vacancyId"],
	{ ruleVersion, testSetId }: Experiment["arms"][number],
): Promise<void> {
	await getRule(tx, { vacancyId, version: ruleVersion });
	if (testSetId === null) return;
	const [found] = await tx.db
		.select({ id: testSets.id })
		.from(testSets)
		.where(and(eq(testSets.id, testSetId), eq(testSets.vacancyId, vacancyId), testSets.active));
	if (!found) throw commonRefusals.because("not_found");
}
