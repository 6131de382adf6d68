import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { assessments, attemptResults, attempts } from "@/db/schema/hiring-tests";
import { firstVacancies } from "@/db/seed/vacancies";
import { system, visitor } from "@/server/kernel/actor";
import {
	type ApplicationId,
	type AssessmentId,
	type AttemptId,
	newId,
	type TestId,
	type VacancyId,
} from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import { assignTests } from "./commands/assign-tests";
import { publishTest } from "./commands/publish-test";
import { saveTest } from "./commands/save-test";
import { submitApplication } from "./commands/submit-application";
import type { addWorkerInput } from "./contracts";
import type { ApplyForm } from "./contracts/applications";
import type { TestContent } from "./contracts/tests";
import { getCandidateTests } from "./queries/get-candidate-tests";

export const FIRST_VACANCY = firstVacancies[0]?.id as VacancyId;

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

const words = (text: string) => ({ en: text, ru: text });

/** Two sections: choices that the house scores, and a text for two graders. Right are `yes` and 12. */
export const aTestContent = (given: Partial<TestContent> = {}): TestContent => ({
	...{ title: words("Opening doors"), intro: words("Read carefully."), minutes: 30 },
	sections: [
		{
			...{ key: "knowing", title: words("Knowing"), intro: words(""), minutes: 10, pick: null, shuffle: true },
			questions: [
				{
					...{ kind: "single", key: "door", prompt: words("Does a door open inwards?"), points: 4, penalty: 1 },
					...{ options: ["yes", "no", "perhaps"].map((key) => ({ key, text: words(key) })), correct: "yes" },
					traits: [{ trait: "patience", weight: 1 }],
				},
				{
					...{ kind: "number", key: "jars", prompt: words("How many jars?"), points: 6, penalty: 0 },
					...{ correct: 12, tolerance: 0, traits: [{ trait: "jar-tossing", weight: 2 }] },
				},
			],
		},
		{
			...{ key: "thinking", title: words("Thinking"), intro: words(""), minutes: null, pick: null, shuffle: false },
			questions: [
				{
					...{ kind: "long", key: "plan", prompt: words("What would you do?"), letters: 500 },
					traits: [{ trait: "patience", weight: 1 }],
					rubric: { graders: 2, criteria: [{ key: "care", text: words("Takes care"), points: 10 }] },
				},
			],
		},
	],
	...given,
});

/** A test that can be assigned. */
export async function aPublishedTest(ctx: Ctx, content = aTestContent()): Promise<TestId> {
	const house = actingAs(ctx, system("test"));
	const { testId, revision } = await saveTest(house, { idempotencyKey: newId(), testId: null, revision: 0, content });
	await publishTest(house, { testId, revision });
	return testId;
}

/** A candidate who was assigned these tests, and the link to them. */
export async function anAssessment(
	ctx: Ctx,
	{ testIds, extraPercent = 0 }: { testIds: TestId[]; extraPercent?: number },
) {
	const applicationId = await anApplication(ctx);
	const house = actingAs(ctx, system("test"));
	await assignTests(house, { applicationId, setId: null, testIds, extraPercent, days: 14 });
	const { assessment } = await getCandidateTests(house, { applicationId });
	if (!assessment) throw new Error("nothing was assigned");
	return { applicationId, ...assessment };
}
