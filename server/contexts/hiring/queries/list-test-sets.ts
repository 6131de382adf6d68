import { and, asc, eq, getTableColumns, inArray, not, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { testSets, testSetTests } from "@/db/schema/hiring-tests";
import type { TestId, TestSetId, VacancyId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, type ListPage, readPage } from "@/server/platform/paging";
import { testSetsList } from "../contracts/tests";
import { demandManager } from "../domain/access";

type ListedSet = {
	setId: TestSetId;
	vacancyId: VacancyId;
	name: { en: string; ru: string };
	usual: boolean;
	active: boolean;
	revision: number;
	testIds: TestId[];
};

/** All test sets of all vacancies. */
export async function listTestSets(ctx: Ctx): Promise<ListedSet[]> {
	demandManager(ctx.actor);
	return withTests(ctx, await ctx.db.select().from(testSets).orderBy(asc(testSets.id)));
}

const keys = {
	changed: [testSets.changedAt, testSets.id],
	nameEn: [sql`lower(${testSets.name} ->> 'en')`, testSets.id],
	nameRu: [sql`lower(${testSets.name} ->> 'ru')`, testSets.id],
};

/** The sets as a table. */
export async function listTestSetRows(
	ctx: Ctx,
	asked: z.output<typeof testSetsList.input>,
): Promise<ListPage<ListedSet>> {
	demandManager(ctx.actor);
	const page = await readPage(testSetsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...getTableColumns(testSets), key })
			.from(testSets)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	return { ...page, rows: await withTests(ctx, page.rows) };
}

/** How many sets the filters leave. */
export async function countTestSets(ctx: Ctx, filters: z.output<typeof testSetsList.filtersOnly>): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, testSets, like(filters));
}

function like({ state, vacancy, search }: z.output<typeof testSetsList.filtersOnly>): SQL | undefined {
	const states = {
		usual: and(testSets.usual, testSets.active),
		offered: and(testSets.active, not(testSets.usual)),
		retired: not(testSets.active),
	};
	const inBoth = sql`(${testSets.name} ->> 'en' || ' ' || (${testSets.name} ->> 'ru'))`;
	return and(
		state && states[state],
		vacancy ? eq(testSets.vacancyId, vacancy as VacancyId) : undefined,
		search ? containing(inBoth, search) : undefined,
	);
}

async function withTests(ctx: Ctx, sets: readonly (typeof testSets.$inferSelect)[]): Promise<ListedSet[]> {
	const ids = sets.map(({ id }) => id);
	const parts = await ctx.db
		.select()
		.from(testSetTests)
		.where(inArray(testSetTests.setId, ids))
		.orderBy(asc(testSetTests.position));
	return sets.map(({ id, vacancyId, name, usual, active, revision }) => ({
		...{ setId: id, vacancyId, name, usual, active, revision },
		testIds: parts.filter(({ setId }) => setId === id).map(({ testId }) => testId),
	}));
}
