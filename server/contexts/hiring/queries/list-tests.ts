import { asc, count } from "drizzle-orm";
import { attempts, testSets, testSetTests, tests } from "@/db/schema/hiring-tests";
import type { TestId, TestSetId, VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { testContent } from "../contracts/tests";
import { demandManager } from "../domain/access";
import { isByHand, maxPoints, type TestContent, traitsOf } from "../domain/test-content";

type Words = { en: string; ru: string };

type ListedTest = {
	testId: TestId;
	name: Words;
	version: number | null;
	active: boolean;
	changedAt: Date;
	minutes: number;
	/** As many as one candidate gets, and as many as there are to draw from. */
	questions: number;
	pool: number;
	byHand: number;
	traits: string[];
	taken: number;
};

/** The library: a house has some dozens of tests, so it is one list. */
export async function listTests(ctx: Ctx): Promise<ListedTest[]> {
	demandManager(ctx.actor);
	const [rows, taken] = await Promise.all([
		ctx.db.select().from(tests),
		ctx.db.select({ testId: attempts.testId, count: count() }).from(attempts).groupBy(attempts.testId),
	]);
	return rows
		.map(({ id, name, version, active, changedAt, draft }) => ({
			...{ testId: id, name, version, active, changedAt, ...sizeOf(testContent.parse(draft)) },
			taken: taken.find(({ testId }) => testId === id)?.count ?? 0,
		}))
		.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.en.localeCompare(b.name.en));
}

/** How much there is to a test. */
export function sizeOf(content: TestContent) {
	const { minutes, sections } = content;
	const all = sections.flatMap(({ questions }) => questions);
	return {
		minutes,
		questions: sections.reduce((sum, { pick, questions }) => sum + (pick ?? questions.length), 0),
		pool: all.length,
		byHand: all.filter(isByHand).length,
		points: all.reduce((sum, question) => sum + maxPoints(question), 0),
		traits: traitsOf(content),
	};
}

type ListedSet = {
	setId: TestSetId;
	vacancyId: VacancyId;
	name: Words;
	usual: boolean;
	active: boolean;
	revision: number;
	testIds: TestId[];
};

/** All test sets of all vacancies. */
export async function listTestSets(ctx: Ctx): Promise<ListedSet[]> {
	demandManager(ctx.actor);
	const [sets, parts] = await Promise.all([
		ctx.db.select().from(testSets).orderBy(asc(testSets.id)),
		ctx.db.select().from(testSetTests).orderBy(asc(testSetTests.position)),
	]);
	return sets.map(({ id, vacancyId, name, usual, active, revision }) => ({
		...{ setId: id, vacancyId, name, usual, active, revision },
		testIds: parts.filter(({ setId }) => setId === id).map(({ testId }) => testId),
	}));
}
