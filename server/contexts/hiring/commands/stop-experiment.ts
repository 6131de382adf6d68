import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { experimentArms, experiments } from "@/db/schema/hiring-screening";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { hiringRefusals } from "../contracts";
import type { stopExperimentInput } from "../contracts/screening";
import { demandManager } from "../domain/access";
import { getActivation } from "../queries/get-rule";
import { activateRule } from "./activate-rule";
import { lockScreening } from "./lock-screening";
import { makeUsual } from "./make-usual";

/**
 * A manager ends an experiment, and lets everybody have what one of its arms had, or leaves all as it was. From now on
 * candidates get the usual set and are judged by the rule in force, those of the experiment too; what they have taken and been
 * judged by stays on record.
 */
export async function stopExperiment(ctx: Ctx, input: z.output<typeof stopExperimentInput>): Promise<void> {
	demandManager(ctx.actor);
	const { experimentId, reason, rollOut } = input;
	await withTransaction(ctx, async (tx) => {
		const [experiment] = await tx.db.select().from(experiments).where(eq(experiments.id, experimentId));
		if (!experiment) throw commonRefusals.because("not_found");
		const { vacancyId } = experiment;
		await lockScreening(tx, vacancyId);
		const [stopped] = await tx.db
			.update(experiments)
			.set({
				...{ state: "stopped", stoppedAt: tx.clock.now(), stoppedBy: actorRef(tx.actor) },
				...{ stopReason: reason, rolledOut: rollOut },
			})
			.where(and(eq(experiments.id, experimentId), eq(experiments.state, "running")))
			.returning();
		if (!stopped) throw hiringRefusals.because("experiment_over");
		if (rollOut !== null) await rollOutArm(tx, stopped, rollOut);
		await audit(tx, {
			...{ action: "hiring.stop-experiment", subject: `vacancy:${vacancyId}`, reason },
			after: { experimentId, name: experiment.name, rolledOut: rollOut },
		});
		await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
	});
}

/** Its rule comes into force, and its test set, if it has one, becomes the usual one. */
async function rollOutArm(tx: TxCtx, { id, vacancyId, name }: typeof experiments.$inferSelect, arm: string) {
	const [chosen] = await tx.db
		.select()
		.from(experimentArms)
		.where(and(eq(experimentArms.experimentId, id), eq(experimentArms.arm, arm)));
	if (!chosen) throw commonRefusals.because("not_found");
	if (chosen.testSetId) await makeUsual(tx, chosen.testSetId);
	const { version: instead } = await getActivation(tx, vacancyId);
	if (chosen.ruleVersion === instead) return;
	await activateRule(tx, { vacancyId, version: chosen.ruleVersion, instead, reason: name });
}
