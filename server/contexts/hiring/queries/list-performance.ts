import { sql } from "drizzle-orm";
import { applications } from "@/db/schema/hiring-applications";
import { workerEndings, workerRatings } from "@/db/schema/hiring-screening";
import type { VacancyId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { Performance } from "../domain/outcome";

type Row = Performance & { application_id: string };

/**
 * How those do who had been taken for a vacancy by a moment, by application, as far as was known then. Cancelled jobs say nothing
 * of a worker.
 */
export async function listPerformance(ctx: Ctx, vacancyId: VacancyId, asOf: Date): Promise<Map<string, Performance>> {
	const known = sql`${asOf.toISOString()}::timestamptz`;
	const rows = await ctx.db.execute<Row>(sql`
		with taken as materialized (
			select id, worker_id from ${applications} where vacancy_id = ${vacancyId} and worker_id is not null and state_since <= ${known}
		), jobs as (
			select one.worker_id, count(*)::int as jobs, count(*) filter (where one.outcome = 'completed')::int as completed,
				count(*) filter (where one.no_show)::int as no_shows
			from ${workerEndings} one
			where one.heard_at <= ${known} and one.outcome <> 'cancelled' and one.worker_id in (select worker_id from taken)
				and not exists (
					select from ${workerEndings} later
					where later.order_id = one.order_id and later.ending > one.ending and later.heard_at <= ${known}
				)
			group by one.worker_id
		), said as (
			select worker_id, count(*)::int as ratings, sum(stars)::int as stars from ${workerRatings}
			where heard_at <= ${known} and worker_id in (select worker_id from taken)
			group by worker_id
		)
		select taken.id as application_id, coalesce(jobs.jobs, 0) as jobs, coalesce(jobs.completed, 0) as completed,
			coalesce(jobs.no_shows, 0) as "noShows", coalesce(said.ratings, 0) as ratings, coalesce(said.stars, 0) as stars
		from taken left join jobs using (worker_id) left join said using (worker_id)`);
	return new Map(rows.map(({ application_id, ...performance }) => [application_id, performance]));
}
