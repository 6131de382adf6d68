import type postgres from "postgres";

/** The order's own lists, jobs, kits and matches of every order in `filled.orders`. */
export async function fillWork(sql: postgres.Sql): Promise<void> {
	await fillOrdering(sql);
	await fillExecution(sql);
	await fillSupplies(sql);
	await fillMatching(sql);
}

async function fillOrdering(sql: postgres.Sql): Promise<void> {
	await sql`insert into ordering.assignments (order_id, number, match, worker_id, price, assigned_at)
		select id, 1, 1, worker_id, 9500, placed_at from filled.orders where worker_id is not null`;
	await sql`insert into ordering.ratings (order_id, worker_id, stars, words, at)
		select id, worker_id, 1 + luck % 5, '', ended_at from filled.orders where state = 'completed' and luck < 40`;
}

async function fillExecution(sql: postgres.Sql): Promise<void> {
	await sql`insert into execution.jobs (order_id, order_number, client_id, service_type_id, service_name, description, place, contact, starts_at,
			duration_minutes, state, assignment, worker_id, ending, overdue_at)
		select id, number, client_id, service_type_id, service_name, '', '{}', '{}', starts_at, 60,
			case state when 'placed' then 'waiting' when 'assigned' then 'scheduled' when 'under_way' then 'started' else state end,
			case when worker_id is not null then 1 end, worker_id, ending,
			case when state = 'under_way' and luck < 10 then starts_at + interval '1 hour' end
		from filled.orders`;
	await sql`insert into execution.assignments (order_id, number, worker_id, worker_share, worker_penalty, check_in_from, no_show_at,
			give_up_free_until, overdue_alert_at)
		select id, 1, worker_id, 6000, 4000, starts_at - interval '30 minutes', starts_at + interval '15 minutes',
			starts_at - interval '1 day', starts_at + interval '2 hours'
		from filled.orders where worker_id is not null`;
	await sql`insert into execution.endings (order_id, number, outcome, failure, words, decided_by, actor, at, worker_id, assignment)
		select id, 1, state, case when state = 'failed' then case when worker_id is null then 'never-staffed' else 'no-show' end end, '',
			'house', '{}', ended_at, worker_id, case when worker_id is not null then 1 end
		from filled.orders where ended_at is not null`;
	await sql`insert into execution.check_ins (order_id, assignment, worker_id, at, photo_id, kit_issued)
		select id, 1, worker_id, starts_at, kit, true from filled.orders where state in ('completed', 'under_way')`;
}

async function fillSupplies(sql: postgres.Sql): Promise<void> {
	await sql`insert into supplies.workers (worker_id, version, name, breed, coat) select id, 1, name, 'siamese', 'cream' from filled.workers`;
	await sql`insert into supplies.orders (order_id, ended_at) select id, ended_at from filled.orders`;
	await sql`insert into supplies.kits (id, order_id, assignment, order_number, client_id, worker_id, service_name, contact_name, address, starts_at,
			state, requested_at, issued_at, issued_by, changed_at)
		select kit, id, 1, number, client_id, worker_id, service_name, '', '', starts_at,
			case when state = 'assigned' then 'requested' when state = 'completed' then 'used' when state = 'under_way' then 'issued' else 'returned' end,
			placed_at, case when state in ('completed', 'under_way') then starts_at - interval '2 hours' end,
			case when state in ('completed', 'under_way') then 'Ryzhik' end, starts_at
		from filled.orders where worker_id is not null`;
	await sql`insert into supplies.kit_items (kit_id, position, kind, name, quantity)
		select kit, position, case position when 1 then 'form' else 'cookie' end, null, 1
		from filled.orders, generate_series(1, 2) as position where worker_id is not null`;
	await sql`insert into supplies.cookie_orders (order_id, client_id, state, give_up_at, arrived_at, gave_up_at)
		select id, client_id, case when luck = 50 then 'given-up' else 'arrived' end, starts_at, case when luck <> 50 then starts_at end,
			case when luck = 50 then starts_at end
		from filled.orders where worker_id is not null`;
}

/** What a chain saw of the candidates is filled for a month only: it is read by its order alone, and is large. */
async function fillMatching(sql: postgres.Sql): Promise<void> {
	await sql`insert into matching.normal_samples (id, version, name, levels, active) select id, 1, name, '{}', true from filled.workers`;
	await sql`insert into matching.demands (order_id, reference, type, starts_at, ends_at, state, waiting_reason, match)
		select id, client_id, service_type_id, starts_at, starts_at + interval '1 hour',
			case when ended_at is not null then 'ended' when state = 'placed' then 'waiting' else 'matched' end,
			case when state = 'placed' then 'everybody-booked' end, case when worker_id is null then 0 else 1 end
		from filled.orders`;
	await sql`insert into matching.reservations (order_id, match, sample, starts_at, ends_at, status, held_at, released_at, released_by)
		select id, 1, worker_id, starts_at, starts_at + interval '1 hour', case when ended_at is null then 'held' else 'released' end, placed_at,
			ended_at, case when ended_at is not null then state end
		from filled.orders where worker_id is not null on conflict do nothing`;
	await sql`insert into matching.past_results (order_id, ending, sample, outcome, at)
		select id, 1, worker_id, state, ended_at from filled.orders where ended_at is not null and worker_id is not null`;
	await sql`insert into matching.match_records (order_id, match, pipeline_version, requirement_version, seed, outcome, chosen, score, funnel,
			candidates, at)
		select orders.id, 1, 1, 1, 'seed', 'matched', worker_id, 0.5, '[]', (
				select jsonb_agg(jsonb_build_object('sample', worker.id, 'version', 1, 'values', '{"strengths": 0.5, "load": 3}'::jsonb, 'out', null, 'rank', worker.at))
				from filled.workers as worker where worker.at <= 20 or worker.id = orders.worker_id
			), placed_at
		from filled.orders as orders
		where worker_id is not null and starts_at > (select max(starts_at) - interval '30 days' from filled.orders)`;
}
