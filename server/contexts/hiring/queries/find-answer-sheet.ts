import { asc, eq } from "drizzle-orm";
import { answers, attempts, grades } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import type { AccountId, AttemptId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { type AnswerValue, answerValue } from "../domain/answer";
import { paperOf } from "../domain/paper";
import type { Question, TestContent } from "../domain/test-content";
import { contentOf } from "./get-test";

export type GivenGrade = {
	grader: AccountId;
	graderName: string;
	points: number;
	criteria: Record<string, number>;
	note: string;
	gradedAt: Date;
};

type AnswerSheet = {
	attempt: typeof attempts.$inferSelect;
	content: TestContent;
	/** Those that this candidate was asked, as the office wrote them. */
	questions: Question[];
	answers: Map<string, AnswerValue>;
	/** The last of each grader, by question, in the order in which they first looked. */
	grades: Map<string, GivenGrade[]>;
};

/** All there is about one attempt: what was asked, answered and given for it. */
export async function findAnswerSheet(ctx: Ctx, attemptId: AttemptId): Promise<AnswerSheet> {
	const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId));
	if (!attempt) throw commonRefusals.because("not_found");
	const content = await contentOf(ctx, attempt);
	const given = await ctx.db.select().from(answers).where(eq(answers.attemptId, attemptId));
	const looked = await ctx.db
		.select()
		.from(grades)
		.where(eq(grades.attemptId, attemptId))
		.orderBy(asc(grades.gradedAt), asc(grades.number));
	const byQuestion = new Map<string, Map<AccountId, GivenGrade>>();
	for (const { question, grader, graderName, points, criteria, note, gradedAt } of looked) {
		const soFar = byQuestion.get(question) ?? new Map<AccountId, GivenGrade>();
		byQuestion.set(question, soFar.set(grader, { grader, graderName, points, criteria, note, gradedAt }));
	}
	return {
		attempt,
		content,
		questions: paperOf(content, attempt.seed).flatMap(({ asWritten }) => asWritten),
		answers: new Map(given.map(({ question, value }) => [question, answerValue.parse(value)])),
		grades: new Map([...byQuestion].map(([question, each]) => [question, [...each.values()]])),
	};
}
