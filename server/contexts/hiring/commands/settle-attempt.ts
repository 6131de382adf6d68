import { and, desc, eq, isNull } from "drizzle-orm";
import { assessments, attemptResults, attempts } from "@/db/schema/hiring-tests";
import { assessmentGraded, attemptGraded } from "@/server/events/catalog/hiring-tests";
import { publish } from "@/server/events/publish";
import { canonicalJson } from "@/server/kernel/idempotency";
import type { AccountId, AssessmentId, AttemptId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { forGraders, handPoints } from "../domain/grading";
import { resultOf, scoreOf } from "../domain/scoring";
import { findAnswerSheet } from "../queries/find-answer-sheet";

/**
 * Scores a taken attempt as far as it goes. Where nobody has to look any more it gets its result; a regrade that changes
 * something is the next one. After the last attempt of a candidate all is told to screening. Gives whether it is graded.
 */
export async function settleAttempt(tx: TxCtx, attemptId: AttemptId): Promise<boolean> {
	const { attempt, questions, answers, grades } = await findAnswerSheet(tx, attemptId);
	const { gradersApartPercent } = await policyInForce(tx, "tests");
	const earned = new Map(
		questions.map((question) => [question.key, scoreOf(question, answers.get(question.key)) ?? 0]),
	);
	const waiting: { question: string; graders: AccountId[] }[] = [];
	for (const question of forGraders(questions, answers)) {
		const given = grades.get(question.key) ?? [];
		const points = handPoints(question, given, gradersApartPercent);
		if (points === null) waiting.push({ question: question.key, graders: given.map(({ grader }) => grader) });
		else earned.set(question.key, points);
	}
	await tx.db.update(attempts).set({ waiting }).where(eq(attempts.id, attemptId));
	if (waiting.length > 0) return false;

	const result = resultOf(questions, earned);
	const { applicationId, testId, version, assessmentId } = attempt;
	const [last] = await tx.db
		.select()
		.from(attemptResults)
		.where(eq(attemptResults.attemptId, attemptId))
		.orderBy(desc(attemptResults.number))
		.limit(1);
	if (last && canonicalJson([last.points, last.traits]) === canonicalJson([result.points, result.traits])) return true;
	const number = (last?.number ?? 0) + 1;
	const gradedAt = tx.clock.now();
	await tx.db.insert(attemptResults).values({ attemptId, number, applicationId, testId, version, ...result, gradedAt });
	await tx.db.update(attempts).set({ state: "graded", gradedAt }).where(eq(attempts.id, attemptId));
	await publish(tx, attemptGraded, { attemptId, applicationId, testId, number });
	await settleAssessment(tx, assessmentId);
	return true;
}

async function settleAssessment(tx: TxCtx, assessmentId: AssessmentId): Promise<void> {
	const ungraded = and(eq(attempts.assessmentId, assessmentId), isNull(attempts.gradedAt));
	const [open] = await tx.db.select({ id: attempts.id }).from(attempts).where(ungraded).limit(1);
	if (open) return;
	const gradedAt = tx.clock.now();
	const [assessment] = await tx.db
		.update(assessments)
		.set({ gradedAt })
		.where(eq(assessments.id, assessmentId))
		.returning({ applicationId: assessments.applicationId });
	if (!assessment) return;
	await publish(tx, assessmentGraded, { assessmentId, ...assessment, gradedAt: gradedAt.toISOString() });
}
