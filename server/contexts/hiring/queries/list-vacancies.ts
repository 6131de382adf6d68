import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { applications, vacancies } from "@/db/schema/hiring-applications";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { vacanciesList } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { openStates } from "../domain/application";

const shown = { vacancyId: vacancies.id, name: vacancies.name, open: vacancies.open };

/** All that cats can or could apply for, for the office. */
export async function listVacancies(ctx: Ctx) {
	demandManager(ctx.actor);
	return ctx.db.select(shown).from(vacancies).orderBy(asc(vacancies.createdAt), asc(vacancies.id));
}

const keys = { created: [vacancies.createdAt, vacancies.id] };

/** The same as a table, with how many candidates of each nobody has decided on yet. */
export async function listVacancyRows(ctx: Ctx, asked: z.output<typeof vacanciesList.input>) {
	demandManager(ctx.actor);
	const page = await readPage(vacanciesList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...shown, version: vacancies.version, createdAt: vacancies.createdAt, key })
			.from(vacancies)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	const undecided = inArray(applications.state, [...openStates]);
	const rows = page.rows.map(async (row) => ({
		...row,
		waiting: await countRows(
			ctx,
			applications,
			and(eq(applications.vacancyId, row.vacancyId), undecided),
			MOST_COUNTED,
		),
	}));
	return { ...page, rows: await Promise.all(rows) };
}

/** More than these are "many". */
const MOST_COUNTED = 1000;

/** How many vacancies the filters leave. */
export async function countVacancies(ctx: Ctx, filters: z.output<typeof vacanciesList.filtersOnly>): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, vacancies, like(filters));
}

function like({ open, search }: z.output<typeof vacanciesList.filtersOnly>): SQL | undefined {
	const inBoth = sql`(${vacancies.name} ->> 'en' || ' ' || (${vacancies.name} ->> 'ru'))`;
	return and(open && eq(vacancies.open, open === "yes"), search ? containing(inBoth, search) : undefined);
}
