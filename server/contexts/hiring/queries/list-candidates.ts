import { and, eq, type SQL, type Subquery, sql } from "drizzle-orm";
import type { z } from "zod";
import { applications, vacancies } from "@/db/schema/hiring-applications";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, countSearched, readPage, walkOrGather } from "@/server/platform/paging";
import { candidatesList } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { type CandidateFilters, candidatesLike, found } from "./find-candidates";

const columns = {
	...{ applicationId: found.id, version: found.version, vacancyName: vacancies.name, state: found.state },
	...{ stateSince: found.stateSince, submittedAt: found.submittedAt, name: found.name, email: found.email },
	...{ phone: found.phone, age: found.age, breed: found.breed, coat: found.coat, photoId: found.photoId },
	...{ trial: found.trial, erasedAt: found.erasedAt },
	hasDuplicates: sql<boolean>`exists (select from hiring.application_duplicates d where d.application_id = ${found.id})`,
};

const tables = { table: applications, alias: found };
const keys = { submitted: [found.submittedAt, found.id], since: [found.stateSince, found.id] };

/** The office's table of candidates: as fast on the last page as on the first. */
export async function listCandidates(ctx: Ctx, asked: z.output<typeof candidatesList.input>) {
	demandManager(ctx.actor);
	const { served, rest } = candidatesLike(asked);
	return readPage(candidatesList, asked, keys, ({ key, ...part }) => {
		const read = (source: Subquery | typeof found, where: SQL | undefined) =>
			ctx.db
				.select({ ...columns, key })
				.from(source)
				.innerJoin(vacancies, eq(vacancies.id, found.vacancyId))
				.where(where)
				.orderBy(...part.orderBy)
				.limit(part.limit);
		return rest ? walkOrGather(tables, part, { served, rest }, read) : read(found, and(served, part.where));
	});
}

/** How many candidates the filters leave. */
export async function countCandidates(ctx: Ctx, filters: CandidateFilters): Promise<Counted> {
	demandManager(ctx.actor);
	const { served, rest } = candidatesLike(filters);
	if (!rest) return countRows(ctx, found, served);
	return countSearched(ctx, tables, { served, rest }, sql`${found.submittedAt} desc, ${found.id} desc`);
}
