import { and, asc, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { demands, normalSamples, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { type Demand, JOBS_HORIZON_DAYS, type NormalSample, type SampleId, type Span } from "../domain/sample";

/** All normal samples as the steps of a chain see them for one demand: a query for each kind of knowledge, none per sample. */
export async function listSamples(ctx: Ctx, demand: Demand): Promise<NormalSample[]> {
	const samples = await ctx.db.select().from(normalSamples).orderBy(asc(normalSamples.id));
	const calendars = await listCalendars(ctx, demand.during);
	const jobs = await listJobs(ctx, demand.during.from);
	const results = await listResults(ctx, demand);
	const stars = await listStars(ctx);
	return samples.map(({ id, version, active, levels }) => ({
		...{ id, version, active, levels },
		calendar: calendars.get(id) ?? [],
		jobs: jobs.get(id) ?? [],
		results: { ...(results.get(id) ?? noResults), stars: stars.get(id) ?? noStars },
	}));
}

/** Who of the samples has something held that overlaps the time, as of now. */
export async function listBooked(ctx: Ctx, during: Span): Promise<Set<SampleId>> {
	const rows = await ctx.db
		.selectDistinct({ sample: reservations.sample })
		.from(reservations)
		.where(heldWithin(during));
	return new Set(rows.map(({ sample }) => sample));
}

const noResults = { sameType: { completed: 0, failed: 0 }, otherTypes: { completed: 0, failed: 0 } };
const noStars = { count: 0, sum: 0 };

const heldWithin = ({ from, to }: Span): SQL | undefined =>
	and(
		eq(reservations.status, "held"),
		sql`${reservations.during} && tstzrange(${from.toISOString()}, ${to.toISOString()})`,
	);

async function listCalendars(ctx: Ctx, during: Span): Promise<Map<SampleId, Span[]>> {
	const rows = await ctx.db.select().from(reservations).where(heldWithin(during));
	return grouped(rows, ({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
}

/** What is held, and what came to the job being done, well or badly. */
async function listJobs(ctx: Ctx, beginning: Date): Promise<Map<SampleId, Date[]>> {
	const horizon = days(JOBS_HORIZON_DAYS);
	const rows = await ctx.db
		.select({ sample: reservations.sample, startsAt: reservations.startsAt })
		.from(reservations)
		.where(
			and(
				gte(reservations.startsAt, after(beginning, -horizon)),
				lte(reservations.startsAt, after(beginning, horizon)),
				or(eq(reservations.status, "held"), inArray(reservations.releasedBy, ["completed", "failed"])),
			),
		);
	return grouped(rows, ({ startsAt }) => startsAt);
}

/** Endings in force: of an order the latest. */
async function listResults(
	ctx: Ctx,
	demand: Demand,
): Promise<Map<SampleId, Pick<NormalSample["results"], "sameType" | "otherTypes">>> {
	const later = sql`select 1 from ${pastResults} later where later.order_id = ${pastResults.order} and later.ending > ${pastResults.ending}`;
	const rows = await ctx.db
		.select({
			sample: pastResults.sample,
			same: sql<boolean>`coalesce(${demands.type} = ${demand.type}, false)`.as("same"),
			completed: sql<number>`(count(*) filter (where ${pastResults.outcome} = 'completed'))::int`,
			failed: sql<number>`(count(*) filter (where ${pastResults.outcome} = 'failed'))::int`,
		})
		.from(pastResults)
		.innerJoin(demands, eq(demands.order, pastResults.order))
		.where(sql`not exists (${later})`)
		.groupBy(pastResults.sample, sql`same`);
	const found = new Map<SampleId, typeof noResults>();
	for (const { sample, same, completed, failed } of rows) {
		found.set(sample, {
			...noResults,
			...found.get(sample),
			[same ? "sameType" : "otherTypes"]: { completed, failed },
		});
	}
	return found;
}

async function listStars(ctx: Ctx): Promise<Map<SampleId, typeof noStars>> {
	const rows = await ctx.db
		.select({
			sample: pastRatings.sample,
			count: sql<number>`count(*)::int`,
			sum: sql<number>`sum(${pastRatings.stars})::int`,
		})
		.from(pastRatings)
		.groupBy(pastRatings.sample);
	return new Map(rows.map(({ sample, count, sum }) => [sample, { count, sum }]));
}

function grouped<Row extends { sample: SampleId }, Value>(
	rows: Row[],
	toValue: (row: Row) => Value,
): Map<SampleId, Value[]> {
	const groups = new Map<SampleId, Value[]>();
	for (const row of rows) {
		const group = groups.get(row.sample);
		if (group) group.push(toValue(row));
		else groups.set(row.sample, [toValue(row)]);
	}
	return groups;
}
