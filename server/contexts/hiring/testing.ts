import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { assessments, attemptResults, attempts } from "@/db/schema/hiring-tests";
import { firstVacancies } from "@/db/seed/vacancies";
import { visitor } from "@/server/kernel/actor";
import {
	type ApplicationId,
	type AssessmentId,
	type AttemptId,
	newId,
	type TestId,
	type VacancyId,
} from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import { submitApplication } from "./commands/submit-application";
import type { addWorkerInput } from "./contracts";
import type { ApplyForm } from "./contracts/applications";

const FIRST_VACANCY = firstVacancies[0]?.id as VacancyId;

type NewWorker = z.output<typeof addWorkerInput>;

/** A cat as a manager would type one in; say what matters to the test. */
export const aNewWorker = (given: Partial<NewWorker> = {}): NewWorker => ({
	idempotencyKey: newId(),
	name: "Barsik",
	email: `${newId()}@cats.example`,
	phone: "+79990001133",
	locale: "ru",
	age: 3,
	breed: "siberian",
	coat: "ginger",
	photoId: null,
	strengths: [{ trait: "jar-tossing", level: 5 }],
	weaknesses: [{ trait: "patience", level: 2 }],
	...given,
});

/** What a cat fills into the public form; say what matters to the test. */
export const aForm = (given: Partial<ApplyForm> = {}): ApplyForm => ({
	vacancyId: FIRST_VACANCY,
	name: "Vasilisa",
	email: `${newId()}@cats.example`,
	phone: "+79990002244",
	age: 4,
	breed: "siberian",
	coat: "grey",
	languages: ["ru"],
	words: "I am patient, and I can open any door.",
	consent: true,
	locale: "ru",
	...given,
});

/** A cat that has applied. */
export async function anApplication(ctx: Ctx, given: Partial<ApplyForm> = {}): Promise<ApplicationId> {
	const submission = { form: aForm(given), photo: null, proof: newId<string>(), network: null };
	return (await submitApplication(actingAs(ctx, visitor), submission)).applicationId;
}

/** What somebody's test came to, out of 100 for each trait; said again of the same test it is a regrade. */
export async function aGradedTest(
	ctx: Ctx,
	{ applicationId, testId = newId<TestId>() }: { applicationId: ApplicationId; testId?: TestId },
	points: Record<string, number>,
): Promise<TestId> {
	const now = ctx.clock.now();
	const times = { assignedAt: now, dueAt: now, submittedAt: now, gradedAt: now };
	await ctx.db
		.insert(assessments)
		.values({ id: newId<AssessmentId>(), applicationId, ...times })
		.onConflictDoNothing();
	const [assessment] = await ctx.db.select().from(assessments).where(eq(assessments.applicationId, applicationId));
	if (!assessment) throw new Error("there is no assessment");
	const went = { startedAt: now, deadline: now, submittedAt: now, closedBy: "candidate", gradedAt: now } as const;
	await ctx.db
		.insert(attempts)
		.values({
			...{ id: newId<AttemptId>(), assessmentId: assessment.id, applicationId, testId, version: 1, position: 1 },
			...{ state: "graded", seed: "s", ...went },
		})
		.onConflictDoNothing();
	const ofTest = and(eq(attempts.assessmentId, assessment.id), eq(attempts.testId, testId));
	const [attempt] = await ctx.db.select().from(attempts).where(ofTest);
	if (!attempt) throw new Error("there is no attempt");
	const [last] = await ctx.db
		.select()
		.from(attemptResults)
		.where(eq(attemptResults.attemptId, attempt.id))
		.orderBy(desc(attemptResults.number))
		.limit(1);
	const traits = Object.fromEntries(Object.entries(points).map(([trait, won]) => [trait, { points: won, max: 100 }]));
	await ctx.db.insert(attemptResults).values({
		...{ attemptId: attempt.id, number: (last?.number ?? 0) + 1, applicationId, testId, version: 1 },
		...{ points: 0, maxPoints: 100, traits, gradedAt: now },
	});
	return testId;
}
