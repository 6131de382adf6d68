import type postgres from "postgres";

/** The chain that is measured. */
export const SIX_STEPS = [
	{ step: "active", version: 1, params: {}, weight: null },
	{ step: "free-for-whole-duration", version: 2, params: { travelMinutes: 30, sameZoneMinutes: 30 }, weight: null },
	{ step: "trait-fit", version: 1, params: {}, weight: 4 },
	{ step: "past-results", version: 2, params: { halfLifeDays: 180 }, weight: 3 },
	{ step: "combine", version: 1, params: {}, weight: null },
	{ step: "break-ties", version: 1, params: {}, weight: null },
];

type Order = { order: string; type: string; startsAt: Date; endsAt: Date };

/** The same by one hand-written query: the best total, and everybody who has it. */
export async function matchByBareSql(
	sql: postgres.Sql,
	{ type, startsAt, endsAt }: Order,
): Promise<{ total: number; ids: string[] }> {
	const [from, to] = [startsAt.toISOString(), endsAt.toISOString()];
	const [best] = await sql<{ total: number; ids: string[] }[]>`
		with wanted as (
			select key as trait, value::float8 as weight from matching.requirements r,
				lateral (select e ->> 'trait' as key, e ->> 'weight' as value from jsonb_array_elements(r.wanted) e) w
			where r.type = ${type}
		),
		past as (
			select p.sample,
				sum(fade * same * (p.outcome = 'completed')::int) as completed,
				sum(fade * same) as jobs,
				sum(fade * coalesce(r.stars, 0)) as stars,
				sum(fade * (r.stars is not null)::int) as rated
			from matching.past_results p
			join matching.demands d on d.order_id = p.order_id
			left join matching.past_ratings r on r.order_id = p.order_id and r.sample = p.sample
			cross join lateral (select
				power(0.5, 7 * greatest(floor(extract(epoch from ${from}::timestamptz) / 604800) - floor(extract(epoch from d.starts_at) / 604800), 0) / 180)::float8 as fade,
				case when d.type = ${type} then 1 else 0.5 end as same) f
			where p.outcome <> 'cancelled' and d.starts_at is not null
				and not exists (select 1 from matching.past_results later where later.order_id = p.order_id and later.ending > p.ending)
			group by p.sample
		),
		scored as (
			select s.id,
				round((0.5 + coalesce((select sum(w.weight * coalesce((s.levels ->> w.trait)::float8, 0)) from wanted w), 0)
					/ (10 * (select sum(weight) from wanted)))::numeric, 6) as fit,
				round((0.75 * (coalesce(p.completed, 0) + 4.5) / (coalesce(p.jobs, 0) + 5)
					+ 0.25 * ((coalesce(p.stars, 0) + 20) / (coalesce(p.rated, 0) + 5) - 1) / 4)::numeric, 6) as past
			from matching.normal_samples s
			left join past p on p.sample = s.id
			where s.active and not exists (
				select 1 from matching.reservations held
				where held.sample = s.id and held.status = 'held'
					and held.during && tstzrange(${from}::timestamptz - interval '30 minutes', ${to}::timestamptz + interval '30 minutes'))
		),
		totals as (select id, round((4 * fit + 3 * past) / 7, 6) as total from scored)
		select total::float8, array_agg(id) as ids from totals where total = (select max(total) from totals) group by total`;
	if (!best) throw new Error("bare SQL finds nobody");
	return best;
}

/** So many workers with traits, jobs to come, and results behind them; foreign keys and triggers wait until it is done. */
export async function fillWorkers(sql: postgres.Sql, workers: number, types: readonly string[]): Promise<void> {
	const list = sql.array([...types], 2951);
	await sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		await tx`select setseed(0.5)`;
		await tx`insert into matching.normal_samples (id, version, name, levels, active)
			select gen_random_uuid(), 1, 'Worker ' || n,
				jsonb_build_object('speed', (random() * 10)::int - 5, 'patience', (random() * 10)::int - 5, 'jar-tossing', (random() * 10)::int - 5),
				random() < 0.95
			from generate_series(1, ${workers}) n`;
		await tx`create temp table numbered on commit drop as select id, row_number() over () as n from matching.normal_samples`;
		await tx`create temp table past on commit drop as
			select gen_random_uuid() as order_id, id as sample, (${list}::uuid[])[1 + (random() * 2)::int] as type,
				now() - random() * interval '300 days' as starts_at, random() as lot, (random() * 4)::int + 1 as stars
			from numbered, generate_series(1, 3)`;
		await tx`insert into matching.demands (order_id, reference, type, starts_at, ends_at, state)
			select order_id, gen_random_uuid(), type, starts_at, starts_at + interval '1 hour', 'ended' from past`;
		await tx`insert into matching.past_results (order_id, ending, sample, outcome, at)
			select order_id, 1, sample, case when lot < 0.9 then 'completed' else 'failed' end, starts_at from past`;
		await tx`insert into matching.past_ratings (order_id, sample, stars) select order_id, sample, stars from past where lot < 0.5`;
		await tx`create temp table coming on commit drop as
			select gen_random_uuid() as order_id, id as sample, (${list}::uuid[])[1] as type,
				date_trunc('hour', now()) + k * interval '5 days' + ((n * 7 + k) % 96) * interval '1 hour' as starts_at
			from numbered, generate_series(0, 1) k`;
		await tx`insert into matching.demands (order_id, reference, type, starts_at, ends_at, state, match)
			select order_id, gen_random_uuid(), type, starts_at, starts_at + interval '1 hour', 'matched', 1 from coming`;
		await tx`insert into matching.reservations (order_id, match, sample, starts_at, ends_at, held_at)
			select order_id, 1, sample, starts_at, starts_at + interval '1 hour', now() from coming`;
	});
	await sql`analyze`;
}
