import { and, count, desc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { demands, normalSamples, pastRatings, pastResults } from "@/db/schema/matching";
import { matchRecords, shadowResults } from "@/db/schema/matching-pipelines";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/access";

const SHOWN = 100;

/** What a version that runs beside would have decided otherwise, the latest first, and how often it agreed. */
export async function getShadow(ctx: Ctx, { version }: { version: number }) {
	demandManager(ctx.actor);
	const { chosen, decided, trouble } = shadowResults;
	const ofVersion = eq(shadowResults.pipelineVersion, version);
	const differs = sql`${chosen} is distinct from ${decided}`;
	const [counted] = await ctx.db
		.select({
			orders: count(),
			agreed: sql<number>`(count(*) filter (where ${trouble} is null and not (${differs})))::int`,
			failed: count(trouble),
		})
		.from(shadowResults)
		.where(ofVersion);
	const differences = await ctx.db
		.select({ result: shadowResults, number: demands.number })
		.from(shadowResults)
		.innerJoin(demands, eq(demands.order, shadowResults.order))
		.where(and(ofVersion, or(differs, isNotNull(trouble))))
		.orderBy(desc(shadowResults.at), desc(shadowResults.order))
		.limit(SHOWN);
	const names = await ctx.db.select({ id: normalSamples.id, name: normalSamples.name }).from(normalSamples);
	return {
		...(counted ?? { orders: 0, agreed: 0, failed: 0 }),
		differences,
		names: new Map(names.map(({ id, name }) => [id, name])),
	};
}

/** What became of the orders that each version decided by itself: of an order its latest match counts, a pinned one for nobody. */
export async function listOutcomes(ctx: Ctx) {
	demandManager(ctx.actor);
	const laterMatch = sql`select 1 from ${matchRecords} later where later.order_id = ${matchRecords.order} and later.match > ${matchRecords.match} and later.outcome = 'matched'`;
	const laterEnding = sql`select 1 from ${pastResults} later where later.order_id = ${matchRecords.order} and later.ending > ${pastResults.ending}`;
	const ended = (outcome: string) => sql<number>`(count(*) filter (where ${pastResults.outcome} = ${outcome}))::int`;
	return ctx.db
		.select({
			version: matchRecords.pipelineVersion,
			orders: count(),
			completed: ended("completed"),
			failed: ended("failed"),
			cancelled: ended("cancelled"),
			noShows: sql<number>`(count(*) filter (where ${pastResults.outcome} = 'failed' and ${pastResults.reason} = 'no-show'))::int`,
			rated: sql<number>`count(${pastRatings.stars})::int`,
			stars: sql<number>`coalesce(avg(${pastRatings.stars}), 0)::float8`,
		})
		.from(matchRecords)
		.leftJoin(pastResults, and(eq(pastResults.order, matchRecords.order), sql`not exists (${laterEnding})`))
		.leftJoin(pastRatings, eq(pastRatings.order, matchRecords.order))
		.where(and(ne(matchRecords.outcome, "waiting"), isNull(matchRecords.pinned), sql`not exists (${laterMatch})`))
		.groupBy(matchRecords.pipelineVersion)
		.orderBy(desc(matchRecords.pipelineVersion));
}
