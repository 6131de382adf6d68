import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { attemptNotes } from "@/db/schema/hiring-tests";
import { actorRef } from "@/server/kernel/actor";
import type { ApplicationId, AttemptId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { gradingInput } from "../contracts/grading";
import { demandManager } from "../domain/access";
import type { AnswerValue } from "../domain/answer";
import { agreementOf, forGraders, gradersNeeded, handPoints } from "../domain/grading";
import { scoreOf } from "../domain/scoring";
import { maxPoints, type Question } from "../domain/test-content";
import { findAnswerSheet, type GivenGrade } from "./find-answer-sheet";

type GradedQuestion = {
	question: Question;
	answer: AnswerValue | null;
	max: number;
	/** By itself, or by the graders once enough have looked; null until then. */
	points: number | null;
	hand: null | {
		mine: GivenGrade | null;
		/** Hidden until one's own is given, so that nobody is led. */
		others: GivenGrade[];
		/** How many others have looked, whether or not one may see what they gave. */
		othersCount: number;
		needed: number;
		agreement: number | null;
		/** Whether this person may give points. */
		open: boolean;
	};
	/** What happened while it was answered. */
	left: { times: number; seconds: number };
	pasted: { times: number; letters: number };
};

type GradingSheet = {
	attemptId: AttemptId;
	applicationId: ApplicationId;
	candidate: string;
	title: { en: string; ru: string };
	version: number;
	submittedAt: Date | null;
	closedBy: "candidate" | "time" | "office" | null;
	graded: boolean;
	questions: GradedQuestion[];
	/** How often and how long the page was left in all. */
	left: { times: number; seconds: number };
};

/** One attempt as whoever grades sees it. */
export async function getGrading(ctx: Ctx, { attemptId }: z.output<typeof gradingInput>): Promise<GradingSheet> {
	demandManager(ctx.actor);
	const me = actorRef(ctx.actor).id;
	const { attempt, content, questions, answers, grades } = await findAnswerSheet(ctx, attemptId);
	const [application] = await ctx.db
		.select({ name: applications.name })
		.from(applications)
		.where(eq(applications.id, attempt.applicationId));
	const notes = await ctx.db
		.select()
		.from(attemptNotes)
		.where(eq(attemptNotes.attemptId, attemptId))
		.orderBy(asc(attemptNotes.notedAt));
	const { gradersApartPercent } = await policyInForce(ctx, "tests");
	const byHand = new Set(forGraders(questions, answers).map(({ key }) => key));
	const sum = (kind: "left" | "pasted", question?: string) => {
		const found = notes.filter((note) => note.kind === kind && (!question || note.question === question));
		return { times: found.length, size: found.reduce((total, { size }) => total + size, 0) };
	};
	const left = (question?: string) => {
		const { times, size } = sum("left", question);
		return { times, seconds: size };
	};

	const sheet = questions.map((question): GradedQuestion => {
		const { key } = question;
		const given = grades.get(key) ?? [];
		const pasted = sum("pasted", key);
		const shown = {
			...{ question, answer: answers.get(key) ?? null, max: maxPoints(question), left: left(key) },
			pasted: { times: pasted.times, letters: pasted.size },
		};
		if (!byHand.has(key)) return { ...shown, points: scoreOf(question, answers.get(key)), hand: null };
		const mine = given.find(({ grader }) => grader === me) ?? null;
		const others = given.filter(({ grader }) => grader !== me);
		const needed = gradersNeeded(question, given, gradersApartPercent);
		const complete = given.length >= needed;
		const seesAll = mine !== null || complete;
		return {
			...shown,
			points: seesAll ? handPoints(question, given, gradersApartPercent) : null,
			hand: {
				...{ mine, others: seesAll ? others : [], othersCount: others.length },
				// That a third is asked for tells that two are apart, and nothing of what they gave.
				...{ needed, agreement: seesAll ? agreementOf(question, given) : null },
				open: mine !== null || !complete,
			},
		};
	});
	return {
		...{ attemptId, applicationId: attempt.applicationId, candidate: application?.name ?? "" },
		...{ title: content.title, version: attempt.version, submittedAt: attempt.submittedAt },
		...{ closedBy: attempt.closedBy, graded: attempt.state === "graded", questions: sheet, left: left() },
	};
}
