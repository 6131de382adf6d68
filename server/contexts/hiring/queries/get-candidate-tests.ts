import { asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { assessments, attemptResults, attempts, tests } from "@/db/schema/hiring-tests";
import { commonRefusals } from "@/server/kernel/errors";
import type { AssessmentId, AttemptId, TestId, TestSetId, VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { candidateTestsInput } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { findVariant, type Variant } from "./find-arm";
import { tokenOf } from "./find-assessment";

type Words = { en: string; ru: string };

type CandidateAttempt = {
	attemptId: AttemptId;
	testId: TestId;
	name: Words;
	version: number;
	state: "assigned" | "running" | "submitted" | "graded";
	startedAt: Date | null;
	deadline: Date | null;
	submittedAt: Date | null;
	closedBy: "candidate" | "time" | "office" | null;
	/** Answers that wait for graders. */
	waiting: number;
	points: number | null;
	maxPoints: number | null;
};

type CandidateTests = {
	vacancyId: VacancyId;
	/** Whether tests can still be assigned. */
	open: boolean;
	/** Unless said otherwise. */
	days: number;
	/** The set that an experiment asks of this candidate; null where none does, or tests are assigned already. */
	variant: Variant | null;
	assessment: null | {
		assessmentId: AssessmentId;
		setId: TestSetId | null;
		extraPercent: number;
		assignedAt: Date;
		dueAt: Date;
		submittedAt: Date | null;
		gradedAt: Date | null;
		revoked: boolean;
		/** The end of the link, for reading it out to a candidate whose mail got lost. */
		token: string;
		attempts: CandidateAttempt[];
	};
};

/** What a candidate was asked to take, and how far that is. */
export async function getCandidateTests(
	ctx: Ctx,
	{ applicationId }: z.output<typeof candidateTestsInput>,
): Promise<CandidateTests> {
	demandManager(ctx.actor);
	const [application] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!application) throw commonRefusals.because("not_found");
	const { beginWithinDays } = await policyInForce(ctx, "tests");
	const decided = ["accepted", "rejected", "withdrawn"].includes(application.state);
	const about = {
		...{ vacancyId: application.vacancyId, open: !decided && application.erasedAt === null, days: beginWithinDays },
	};
	const [found] = await ctx.db.select().from(assessments).where(eq(assessments.applicationId, applicationId));
	if (!found) {
		const variant = about.open ? await findVariant(ctx, { applicationId, vacancyId: application.vacancyId }) : null;
		return { ...about, variant, assessment: null };
	}
	const { id, linkVersion, setId, extraPercent, assignedAt, dueAt, submittedAt, gradedAt, revokedAt } = found;
	return {
		...{ ...about, variant: null },
		assessment: {
			...{ assessmentId: id, setId, extraPercent, assignedAt, dueAt, submittedAt, gradedAt },
			...{ revoked: revokedAt !== null, token: tokenOf({ id, linkVersion }), attempts: await attemptsOf(ctx, id) },
		},
	};
}

async function attemptsOf(ctx: Ctx, assessmentId: AssessmentId): Promise<CandidateAttempt[]> {
	const last = ctx.db
		.selectDistinctOn([attemptResults.attemptId])
		.from(attemptResults)
		.orderBy(attemptResults.attemptId, desc(attemptResults.number))
		.as("last");
	const rows = await ctx.db
		.select({ attempt: attempts, name: tests.name, points: last.points, maxPoints: last.maxPoints })
		.from(attempts)
		.innerJoin(tests, eq(tests.id, attempts.testId))
		.leftJoin(last, eq(last.attemptId, attempts.id))
		.where(eq(attempts.assessmentId, assessmentId))
		.orderBy(asc(attempts.position));
	return rows.map(({ attempt, name, points, maxPoints }) => {
		const { id, testId, version, state, startedAt, deadline, submittedAt, closedBy, waiting } = attempt;
		return {
			...{ attemptId: id, testId, name, version, state, startedAt, deadline, submittedAt, closedBy },
			...{ waiting: waiting.length, points, maxPoints },
		};
	});
}
