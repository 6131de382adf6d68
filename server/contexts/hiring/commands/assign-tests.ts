import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { assessments, attempts } from "@/db/schema/hiring-tests";
import { after, days } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { type AssessmentId, type AttemptId, newId, type TestId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type assignTestsInput, testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { advanceApplication } from "./advance-application";
import { announceAssessment } from "./announce-assessment";
import { offeredTests } from "./define-test-set";
import { enterExperiment } from "./enter-experiment";
import { stretchAttempts } from "./stretch-attempts";

type Input = z.output<typeof assignTestsInput>;
type Assessment = typeof assessments.$inferSelect;

/** Sets what a candidate takes, and mails the link when there is something new behind it. What was begun stays. */
export async function assignTests(ctx: Ctx, input: Input): Promise<{ assessmentId: AssessmentId }> {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const application = await lockCandidate(tx, input);
		const before = await lockAssessment(tx, input);
		const known = before ? await tx.db.select().from(attempts).where(eq(attempts.assessmentId, before.id)) : [];
		const begun = known.filter(({ state }) => state !== "assigned");
		const added = await offeredTests(
			tx,
			input.testIds.filter((testId) => !known.some((attempt) => attempt.testId === testId)),
		);
		if (input.testIds.length + begun.length === 0) throw testRefusals.because("no_tests");

		const assessment = await keep(tx, input, before);
		if (!before) await enterExperiment(tx, { ...input, vacancyId: application.vacancyId }, "tests-assigned");
		const dropped = known.filter(({ testId, state }) => state === "assigned" && !input.testIds.includes(testId));
		await remove(tx, dropped);
		await place(tx, assessment, { order: input.testIds, begun: begun.map(({ testId }) => testId), added });
		if (before && before.extraPercent !== input.extraPercent) await stretchAttempts(tx, assessment);

		await audit(tx, {
			...{ action: "hiring.assign-tests", subject: `application:${input.applicationId}` },
			before: before && { testIds: known.map(({ testId }) => testId), extraPercent: before.extraPercent },
			after: { testIds: input.testIds, extraPercent: input.extraPercent, dueAt: assessment.dueAt },
		});
		if (added.length > 0) {
			await tx.db
				.update(assessments)
				.set({ submittedAt: null, gradedAt: null })
				.where(eq(assessments.id, assessment.id));
			await advanceApplication(tx, { applicationId: input.applicationId, to: "testing" });
			await announceAssessment(tx, { assessment, application });
		}
		await announce(tx, { context: "hiring", subject: input.applicationId, audiences: [] });
		return { assessmentId: assessment.id };
	});
}

async function lockCandidate(tx: TxCtx, { applicationId }: Pick<Input, "applicationId">) {
	const [found] = await tx.db.select().from(applications).where(eq(applications.id, applicationId)).for("update");
	if (!found || found.erasedAt) throw commonRefusals.because("not_found");
	if (["accepted", "rejected", "withdrawn"].includes(found.state)) throw testRefusals.because("decided");
	return found;
}

async function lockAssessment(tx: TxCtx, { applicationId }: Input): Promise<Assessment | undefined> {
	const mine = eq(assessments.applicationId, applicationId);
	const [found] = await tx.db.select().from(assessments).where(mine).for("update");
	return found;
}

async function keep(tx: TxCtx, input: Input, before: Assessment | undefined): Promise<Assessment> {
	const { applicationId, setId, extraPercent } = input;
	const now = tx.clock.now();
	const dueAt = after(now, days(input.days));
	const [kept] = await tx.db
		.insert(assessments)
		.values({ id: newId(), applicationId, setId, extraPercent, dueAt, assignedAt: now })
		.onConflictDoUpdate({
			target: assessments.applicationId,
			set: { extraPercent, dueAt, setId: before?.setId ?? setId },
		})
		.returning();
	if (!kept) throw commonRefusals.because("not_found");
	return kept;
}

async function remove(tx: TxCtx, dropped: { id: AttemptId }[]): Promise<void> {
	if (dropped.length === 0) return;
	await tx.db.delete(attempts).where(
		inArray(
			attempts.id,
			dropped.map(({ id }) => id),
		),
	);
}

type Places = {
	order: TestId[];
	begun: TestId[];
	added: { testId: TestId; version: number }[];
};

/** What was begun and is not named any more stands first; then all in the given order. */
async function place(tx: TxCtx, assessment: Assessment, { order, begun, added }: Places): Promise<void> {
	const { id: assessmentId, applicationId } = assessment;
	const all = [...begun.filter((testId) => !order.includes(testId)), ...order];
	if (added.length > 0) {
		await tx.db.insert(attempts).values(
			added.map(({ testId, version }) => ({
				...{ id: newId<AttemptId>(), assessmentId, applicationId, testId, version },
				...{ position: all.indexOf(testId) + 1, seed: newId<string>() },
			})),
		);
	}
	for (const [at, testId] of all.entries()) {
		await tx.db
			.update(attempts)
			.set({ position: at + 1 })
			.where(and(eq(attempts.assessmentId, assessmentId), eq(attempts.testId, testId)));
	}
}
