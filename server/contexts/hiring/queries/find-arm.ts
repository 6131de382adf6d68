import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { experimentArms, experiments } from "@/db/schema/hiring-screening";
import type { ApplicationId, ExperimentId, TestSetId, VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { armOf } from "../domain/experiment-arm";

/** The arms of the experiment that runs for a vacancy, in their order; none where none runs. */
export const findRunningArms = (ctx: Ctx, vacancyId: VacancyId) =>
	ctx.db
		.select({ ...getTableColumns(experimentArms), experiment: experiments.name })
		.from(experiments)
		.innerJoin(experimentArms, eq(experimentArms.experimentId, experiments.id))
		.where(and(eq(experiments.vacancyId, vacancyId), eq(experiments.state, "running")))
		.orderBy(asc(experimentArms.position));

/** The set that a candidate takes for an experiment's sake. */
export type Variant = { experimentId: ExperimentId; experiment: string; arm: string; setId: TestSetId };

/** The arm that a candidate will be in once tests are assigned, where that arm has a set of its own. */
export async function findVariant(
	ctx: Ctx,
	{ applicationId, vacancyId }: { applicationId: ApplicationId; vacancyId: VacancyId },
): Promise<Variant | null> {
	const arms = await findRunningArms(ctx, vacancyId);
	const experimentId = arms[0]?.experimentId;
	const drawn = experimentId && armOf(experimentId, applicationId, arms);
	const arm = arms.find((each) => each.arm === drawn);
	if (!arm?.testSetId) return null;
	return { experimentId: arm.experimentId, experiment: arm.experiment, arm: arm.name, setId: arm.testSetId };
}
