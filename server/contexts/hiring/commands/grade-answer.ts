import { and, count, eq } from "drizzle-orm";
import type { z } from "zod";
import { attempts, grades } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { policyInForce } from "@/server/platform/policies";
import type { gradeAnswerInput } from "../contracts/grading";
import { testRefusals } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { fitsRubric, forGraders, gradersNeeded } from "../domain/grading";
import { isByHand } from "../domain/test-content";
import { findAnswerSheet } from "../queries/find-answer-sheet";
import { settleAttempt } from "./settle-attempt";

/**
 * A manager says what an answer is worth by the rubric. Whoever has looked may think again; nobody joins once enough have
 * looked. The attempt gets its result when this was the last.
 */
export async function gradeAnswer(ctx: Ctx, input: z.output<typeof gradeAnswerInput>): Promise<{ graded: boolean }> {
	demandManager(ctx.actor);
	const { actor } = ctx;
	if (actor.kind !== "person") throw commonRefusals.because("not_allowed");
	return withTransaction(ctx, async (tx) => {
		const { attemptId, criteria, note } = input;
		const [locked] = await tx.db.select().from(attempts).where(eq(attempts.id, attemptId)).for("update");
		if (!locked) throw commonRefusals.because("not_found");
		const sheet = await findAnswerSheet(tx, attemptId);
		const question = forGraders(sheet.questions, sheet.answers).find(({ key }) => key === input.question);
		if (!question || !isByHand(question) || locked.submittedAt === null) throw testRefusals.because("not_for_grading");
		if (!fitsRubric(question.rubric, criteria)) throw testRefusals.because("outside_rubric");
		const given = sheet.grades.get(question.key) ?? [];
		const { gradersApartPercent } = await policyInForce(tx, "tests");
		const mine = given.find(({ grader }) => grader === actor.accountId);
		if (!mine && given.length >= gradersNeeded(question, given, gradersApartPercent)) {
			throw testRefusals.because("graded_by_others");
		}
		const earlier = and(
			...[eq(grades.attemptId, attemptId), eq(grades.question, question.key), eq(grades.grader, actor.accountId)],
		);
		const [before] = await tx.db.select({ count: count() }).from(grades).where(earlier);
		const points = Object.values(criteria).reduce((sum, one) => sum + one, 0);
		await tx.db.insert(grades).values({
			...{ attemptId, question: question.key, grader: actor.accountId, graderName: actor.name },
			...{ number: (before?.count ?? 0) + 1, points, criteria, note, gradedAt: tx.clock.now() },
		});
		await audit(tx, {
			...{ action: "hiring.grade-answer", subject: `attempt:${attemptId}` },
			...{ before: mine && { points: mine.points }, after: { question: question.key, points, criteria } },
		});
		const graded = await settleAttempt(tx, attemptId);
		await announce(tx, { context: "hiring", subject: locked.applicationId, audiences: [] });
		return { graded };
	});
}
