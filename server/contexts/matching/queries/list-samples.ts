import { and, asc, eq, gte, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { availabilities, demands, normalSamples, pastRatings, pastResults, reservations } from "@/db/schema/matching";
import { after, days } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import {
	intern,
	JOBS_HORIZON_DAYS,
	type Job,
	type NormalSample,
	type SampleId,
	type Span,
	type WeekOfResults,
} from "../domain/sample";

/** Jobs that ended longer ago say nothing any more to any step. */
const REMEMBERED = days(2 * JOBS_HORIZON_DAYS);

/** Normal samples as the steps of a chain see them, all or some: a query for each kind of knowledge, none per sample. */
export async function listSamples(ctx: Ctx, only: SampleId[] | null = null): Promise<NormalSample[]> {
	const samples = await ctx.db
		.select({ sample: normalSamples, works: availabilities })
		.from(normalSamples)
		.leftJoin(availabilities, eq(availabilities.sample, normalSamples.id))
		.where(only ? inArray(normalSamples.id, only) : undefined);
	const jobs = await listJobs(ctx, only);
	const results = await listResults(ctx, only);
	return samples.map(({ sample: { id, version, active, levels }, works }) => ({
		...{ id, version, active, levels },
		hours: works?.weeklyHours ?? null,
		daysOff: works?.daysOff ?? [],
		jobs: jobs.get(id) ?? [],
		results: results.get(id) ?? [],
	}));
}

/** Who of the samples has something held that overlaps the time, as of now. */
export async function listBooked(ctx: Ctx, { from, to }: Span): Promise<Set<SampleId>> {
	const rows = await ctx.db
		.selectDistinct({ sample: reservations.sample })
		.from(reservations)
		.where(
			and(
				eq(reservations.status, "held"),
				sql`${reservations.during} && tstzrange(${from.toISOString()}, ${to.toISOString()})`,
			),
		);
	return new Set(rows.map(({ sample }) => sample));
}

/** What is held, and what came lately to the job being done, well or badly. */
async function listJobs(ctx: Ctx, only: SampleId[] | null): Promise<Map<SampleId, Job[]>> {
	const { order, sample, startsAt, endsAt, status } = reservations;
	const rows = await ctx.db
		.select({ order, sample, startsAt, endsAt, status, zone: demands.zone })
		.from(reservations)
		.innerJoin(demands, eq(demands.order, order))
		.where(
			and(
				only ? inArray(sample, only) : undefined,
				gte(startsAt, after(ctx.clock.now(), -REMEMBERED)),
				or(eq(status, "held"), inArray(reservations.releasedBy, ["completed", "failed"])),
			),
		)
		.orderBy(asc(startsAt), asc(order), asc(reservations.match));
	return grouped(rows, (row) => ({
		...{ order: row.order, from: row.startsAt.getTime(), to: row.endsAt.getTime() },
		...{ held: row.status === "held", zone: row.zone && intern(row.zone) },
	}));
}

const week = sql<number>`floor(extract(epoch from ${demands.startsAt}) / 604800)::int`;

/** Endings in force, of an order the latest, and what was said of them, by the week in which the jobs began. */
async function listResults(ctx: Ctx, only: SampleId[] | null): Promise<Map<SampleId, WeekOfResults[]>> {
	const later = sql`select 1 from ${pastResults} later where later.order_id = ${pastResults.order} and later.ending > ${pastResults.ending}`;
	const count = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
	const rows = await ctx.db
		.select({
			sample: pastResults.sample,
			type: demands.type,
			week: sql<number>`${week}`.as("week"),
			completed: count(sql`${pastResults.outcome} = 'completed'`),
			failed: count(sql`${pastResults.outcome} = 'failed'`),
			noShows: count(sql`${pastResults.outcome} = 'failed' and ${pastResults.reason} = 'no-show'`),
			stars: sql<number>`coalesce(sum(${pastRatings.stars}), 0)::int`,
			rated: sql<number>`count(${pastRatings.stars})::int`,
		})
		.from(pastResults)
		.innerJoin(demands, eq(demands.order, pastResults.order))
		.leftJoin(pastRatings, and(eq(pastRatings.order, pastResults.order), eq(pastRatings.sample, pastResults.sample)))
		.where(
			and(
				only ? inArray(pastResults.sample, only) : undefined,
				sql`not exists (${later})`,
				sql`${demands.startsAt} is not null`,
				ne(pastResults.outcome, "cancelled"),
			),
		)
		.groupBy(pastResults.sample, demands.type, sql`week`)
		.orderBy(sql`week`, demands.type);
	return grouped(rows, ({ sample: _sample, type, ...result }) => ({ type: type && intern(type), ...result }));
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
