import { and, count, getTableColumns, inArray, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { attempts, tests } from "@/db/schema/hiring-tests";
import type { TestId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, type ListPage, readPage } from "@/server/platform/paging";
import { testContent, testsList } from "../contracts/tests";
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

/** The library as a whole, for whoever chooses among it: a house has some dozens of tests. */
export async function listTests(ctx: Ctx): Promise<ListedTest[]> {
	demandManager(ctx.actor);
	const rows = await listed(ctx, await ctx.db.select().from(tests));
	return rows.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.en.localeCompare(b.name.en));
}

const keys = {
	changed: [tests.changedAt, tests.id],
	nameEn: [sql`lower(${tests.name} ->> 'en')`, tests.id],
	nameRu: [sql`lower(${tests.name} ->> 'ru')`, tests.id],
};

/** The library as a table. */
export async function listTestRows(ctx: Ctx, asked: z.output<typeof testsList.input>): Promise<ListPage<ListedTest>> {
	demandManager(ctx.actor);
	const page = await readPage(testsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...getTableColumns(tests), key })
			.from(tests)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	return { ...page, rows: await listed(ctx, page.rows) };
}

/** How many tests the filters leave. */
export async function countTests(ctx: Ctx, filters: z.output<typeof testsList.filtersOnly>): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, tests, like(filters));
}

function like({ state, trait, search }: z.output<typeof testsList.filtersOnly>): SQL | undefined {
	const states = {
		offered: and(tests.active, isNotNull(tests.version)),
		draft: and(tests.active, isNull(tests.version)),
		retired: not(tests.active),
	};
	const says = sql`jsonb_path_exists(${tests.draft}, '$.sections[*].questions[*].traits[*] ? (@.trait == $trait)',
		jsonb_build_object('trait', ${trait ?? ""}::text))`;
	const inBoth = sql`(${tests.name} ->> 'en' || ' ' || (${tests.name} ->> 'ru'))`;
	return and(state && states[state], trait ? says : undefined, search ? containing(inBoth, search) : undefined);
}

async function listed(ctx: Ctx, rows: readonly (typeof tests.$inferSelect)[]): Promise<ListedTest[]> {
	const ids = rows.map(({ id }) => id);
	const taken = await ctx.db
		.select({ testId: attempts.testId, count: count() })
		.from(attempts)
		.where(inArray(attempts.testId, ids))
		.groupBy(attempts.testId);
	return rows.map(({ id, name, version, active, changedAt, draft }) => ({
		...{ testId: id, name, version, active, changedAt, ...sizeOf(testContent.parse(draft)) },
		taken: taken.find(({ testId }) => testId === id)?.count ?? 0,
	}));
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
