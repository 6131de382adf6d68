import { and, eq } from "drizzle-orm";
import { experimentMembers } from "@/db/schema/hiring-screening";
import type { ApplicationId, ExperimentId, TestSetId, VacancyId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { armOf } from "../domain/experiment-arm";
import { findRunningArms } from "../queries/find-arm";

type Candidate = { applicationId: ApplicationId; vacancyId: VacancyId };
type Moment = "tests-assigned" | "graded";
export type Membership = { experimentId: ExperimentId; arm: string; ruleVersion: number; testSetId: TestSetId | null };

/**
 * Puts a candidate into the vacancy's running experiment, at the first moment at which the arm makes a difference: when tests
 * are assigned, or, where the arms differ by rules only, at the latest when the results are judged. Says in which arm the
 * candidate is, if in any; the same whenever it is asked again.
 */
export async function enterExperiment(
	tx: TxCtx,
	{ applicationId, vacancyId }: Candidate,
	moment: Moment,
): Promise<Membership | null> {
	const arms = await findRunningArms(tx, vacancyId);
	const experimentId = arms[0]?.experimentId;
	if (!experimentId) return null;
	const arm = armOf(experimentId, applicationId, arms);
	const tooLate = moment === "graded" && arms.some(({ testSetId }) => testSetId !== null);
	if (arm && !tooLate) {
		await tx.db
			.insert(experimentMembers)
			.values({ experimentId, applicationId, arm, enteredAt: tx.clock.now() })
			.onConflictDoNothing();
	}
	const [member] = await tx.db
		.select({ arm: experimentMembers.arm })
		.from(experimentMembers)
		.where(and(eq(experimentMembers.experimentId, experimentId), eq(experimentMembers.applicationId, applicationId)));
	const entered = arms.find((each) => each.arm === member?.arm);
	return entered
		? { experimentId, arm: entered.arm, ruleVersion: entered.ruleVersion, testSetId: entered.testSetId }
		: null;
}
