import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { answers, attemptNotes, attemptSections } from "@/db/schema/hiring-tests";
import type { AssessmentId, FileId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile, fileRefusals, findFile } from "@/server/platform/files";
import { policyInForce } from "@/server/platform/policies";
import type { saveAnswersInput } from "../contracts/taking";
import { testRefusals } from "../contracts/tests";
import { type AnswerValue, answerValue, answers as fits } from "../domain/answer";
import { alias, fromAliases, type PaperSection, paperOf, toAliases } from "../domain/paper";
import { isInTime } from "../domain/taking-time";
import type { Question } from "../domain/test-content";
import { lockAttemptOf } from "../queries/find-assessment";
import { contentOf } from "../queries/get-test";

type Input = z.output<typeof saveAnswersInput>;
type Locked = Awaited<ReturnType<typeof lockAttemptOf>>;
type Kept = { question: string; value: AnswerValue; sequence: number };

/**
 * Keeps what the candidate has answered. Each answer counts by its sequence: one that comes late or again changes nothing. Gives
 * what is kept now, so that a device learns what was answered on another one; refused once the time, with its grace, is over.
 */
export async function saveAnswers(ctx: Ctx, input: Input): Promise<{ kept: Kept[] }> {
	return withTransaction(ctx, async (tx) => {
		const locked = await lockAttemptOf(tx, input);
		const { attempt } = locked;
		if (attempt.state === "assigned") throw testRefusals.because("not_begun");
		await demandTime(tx, locked);
		const section = paperOf(await contentOf(tx, attempt), attempt.seed)[attempt.section];
		const named = new Map(section?.questions.map((question) => [aliasOf(locked, question), question]));
		await keepNotes(tx, locked, { notes: input.notes, named });
		for (const given of input.answers) {
			const question = named.get(given.question);
			// Of a section that another device has closed meanwhile.
			if (!question) throw testRefusals.because("closed");
			await keepAnswer(tx, locked, { ...given, question });
		}
		return { kept: await keptAnswers(tx, locked.attempt, section) };
	});
}

const aliasOf = ({ attempt }: Locked, { key }: Question) => alias(attempt.seed, "question", key);

async function demandTime(tx: TxCtx, { attempt }: Locked): Promise<void> {
	if (attempt.state !== "running") throw testRefusals.because("closed");
	const here = and(eq(attemptSections.attemptId, attempt.id), eq(attemptSections.position, attempt.section));
	const [section] = await tx.db.select().from(attemptSections).where(here);
	const { answerGraceSeconds } = await policyInForce(tx, "tests");
	if (!section || !isInTime(tx.clock.now(), section.deadline, answerGraceSeconds)) {
		throw testRefusals.because("closed");
	}
}

type Given = Omit<Input["answers"][number], "question"> & { question: Question };

async function keepAnswer(tx: TxCtx, locked: Locked, { question, value: told, sequence }: Given): Promise<void> {
	const { attempt, assessment } = locked;
	const value = fromAliases(question, told, attempt.seed);
	if (!fits(question, value)) throw testRefusals.because("wrong_answer_shape");
	if (value.kind === "photo") await claimPhotos(tx, assessment.id, attempt.id, value.fileIds);
	await tx.db
		.insert(answers)
		.values({ attemptId: attempt.id, question: question.key, value, sequence, savedAt: tx.clock.now() })
		.onConflictDoUpdate({
			target: [answers.attemptId, answers.question],
			set: { value: sql`excluded.value`, sequence: sql`excluded.sequence`, savedAt: sql`excluded.saved_at` },
			setWhere: sql`${answers.sequence} < excluded.sequence`,
		});
}

/** Photos that came by a candidate's link are uploaded by the house on behalf of that assessment, and go nowhere else. */
export const uploaderOf = (assessmentId: AssessmentId): string => `assessment:${assessmentId}`;

async function claimPhotos(tx: TxCtx, assessmentId: AssessmentId, attemptId: string, fileIds: FileId[]): Promise<void> {
	for (const fileId of fileIds) {
		const file = await findFile(tx, fileId);
		if (file?.uploadedBy !== `system:${uploaderOf(assessmentId)}`) throw fileRefusals.because("unknown");
		const house = { kind: "system", name: uploaderOf(assessmentId) } as const;
		await claimFile({ ...tx, actor: house }, { fileId, context: "hiring", subject: `attempt:${attemptId}` });
	}
}

type Notes = { notes: Input["notes"]; named: ReadonlyMap<string, Question> };

async function keepNotes(tx: TxCtx, { attempt }: Locked, { notes, named }: Notes): Promise<void> {
	if (notes.length === 0) return;
	const rows = notes.map(({ key, kind, question, size }) => ({
		...{ attemptId: attempt.id, key, kind, size, notedAt: tx.clock.now() },
		question: (question && named.get(question)?.key) ?? null,
	}));
	await tx.db.insert(attemptNotes).values(rows).onConflictDoNothing();
}

/** What is kept for a section, in the names that the candidate's browser knows. */
export async function keptAnswers(
	ctx: Ctx,
	attempt: Locked["attempt"],
	section: PaperSection | undefined,
): Promise<Kept[]> {
	const questions = section?.questions ?? [];
	if (questions.length === 0) return [];
	const mine = and(
		eq(answers.attemptId, attempt.id),
		inArray(
			answers.question,
			questions.map(({ key }) => key),
		),
	);
	const rows = await ctx.db.select().from(answers).where(mine);
	return rows.flatMap(({ question: key, value, sequence }) => {
		const question = questions.find((one) => one.key === key);
		if (!question) return [];
		const told = toAliases(question, answerValue.parse(value), attempt.seed);
		return [{ question: alias(attempt.seed, "question", key), value: told, sequence }];
	});
}
