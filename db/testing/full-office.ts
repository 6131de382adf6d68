import type postgres from "postgres";

/** The moment at which the company of `fillOffice` stands: a Sunday noon in the business time zone. */
export const OFFICE_NOW = "2026-11-22T09:00:00.000Z";

const YEARS = "3 years";
const CLIENTS = 20;

/**
 * Fills a migrated database with so many orders over three years as each context keeps them, and with their money, mails and
 * people: written set by set and without their triggers, for asking about them only. Ends with everything analysed.
 */
export async function fillOffice(sql: postgres.Sql, orders: number): Promise<void> {
	const workers = Math.max(10, Math.ceil(orders / 100));
	await sql`set session_replication_role = replica`;
	await sql`create table platform.filled as select n, gen_random_uuid() as id, gen_random_uuid() as kit,
			1 + (n::bigint * 7919 % ${workers}::integer)::integer as worker_at, 1 + (n % 8)::integer as type_at,
			date_trunc('minute', ${OFFICE_NOW}::timestamptz + interval '3 days' - ${YEARS}::interval * ((${orders}::float - n) / ${orders}::float)) as starts_at,
			(n::bigint * 48271 % 100)::integer as luck
		from generate_series(1, ${orders}::integer) as numbers (n)`;
	await sql`create table platform.filled_workers as select at, gen_random_uuid() as id from generate_series(1, ${workers}::integer) as workers (at)`;
	await sql`create table platform.filled_types as select at, gen_random_uuid() as id from generate_series(1, 8) as types (at)`;
	await sql`create table platform.filled_orders as select filled.*, worker.id as worker_id, type.id as type_id,
			case when starts_at > ${OFFICE_NOW}::timestamptz then case when luck < 2 then 'placed' else 'assigned' end
				when luck < 90 then 'completed' when luck < 95 then 'failed' else 'cancelled' end as state
		from platform.filled join platform.filled_workers as worker on worker.at = worker_at join platform.filled_types as type on type.at = type_at`;
	await fillOrdering(sql);
	await fillExecution(sql);
	await fillSupplies(sql);
	await fillBilling(sql);
	await fillPeople(sql, Math.max(1, Math.ceil(orders / CLIENTS)));
	await sql`drop table platform.filled, platform.filled_workers, platform.filled_types, platform.filled_orders`;
	await sql`set session_replication_role = origin`;
	await sql`vacuum analyze`;
}

async function fillOrdering(sql: postgres.Sql): Promise<void> {
	await sql`insert into ordering.orders (id, client_id, client_name, service_type_id, service_name, duration_minutes, base_price, description, zone_id,
			zone_name, address, place_note, contact_name, contact_phone, starts_at, placed_at, state, waiting_reason, assignment, worker_id,
			list_price, discount_percent, price, worker_share, worker_penalty, client_pays_completed, client_pays_cancelled, client_pays_failed,
			money_policy_version, price_formula_version, ending, ended_at, ending_reason, payable)
		select id, gen_random_uuid(), 'Murka ' || n % 5000, type_id, '{"en": "Sofa scratching", "ru": "Царапание дивана"}', 60, 10000, 'Room ' || n % 977, id,
			'Old town', n % 200 || ' Milk Lane', '', 'Murka', '+79990001122', starts_at, starts_at - interval '2 days', state,
			case when state = 'placed' then 'everybody-booked' end, price.some, case when price.some > 0 then worker_id end,
			price.of * 100, price.of / 20, price.of * 95, price.of * 60, price.of * 40, price.of * 95, price.of * 95, price.of * 95, price.of / 100, price.of / 100,
			price.ended, case when price.ended > 0 then starts_at + interval '1 hour' end, case when state = 'failed' then 'no-show' end, price.ended > 0
		from platform.filled_orders, lateral (select case when state = 'placed' then 0 else 1 end as some, case when state = 'placed' then null else 100 end as of,
			case when state in ('completed', 'failed', 'cancelled') then 1 else 0 end as ended) as price`;
	await sql`insert into ordering.workers (id, version, name, breed, coat, strengths) select id, 1, 'Barsik the ' || at, 'siamese', 'cream', '[]' from platform.filled_workers`;
	await sql`insert into ordering.ratings (order_id, worker_id, stars, words, at) select id, worker_id, 1 + n % 5, '', starts_at from platform.filled_orders where state = 'completed'`;
}

async function fillExecution(sql: postgres.Sql): Promise<void> {
	await sql`insert into execution.jobs (order_id, order_number, client_id, service_type_id, service_name, description, place, contact, starts_at,
			duration_minutes, state, assignment, worker_id, ending)
		select id, n, gen_random_uuid(), type_id, '{"en": "Sofa scratching", "ru": "Царапание дивана"}', '', '{}', '{}', starts_at, 60,
			case state when 'placed' then 'waiting' when 'assigned' then 'scheduled' else state end, case when state <> 'placed' then 1 end,
			case when state <> 'placed' then worker_id end, case when state in ('completed', 'failed', 'cancelled') then 1 else 0 end
		from platform.filled_orders`;
	await sql`insert into execution.endings (order_id, number, outcome, failure, words, decided_by, actor, at, worker_id, assignment)
		select id, 1, state, case when state = 'failed' then 'no-show' end, '', 'house', '{}', starts_at, worker_id, 1
		from platform.filled_orders where state in ('completed', 'failed', 'cancelled')`;
	await sql`insert into execution.check_ins (order_id, assignment, worker_id, at, photo_id, kit_issued)
		select id, 1, worker_id, starts_at, kit, true from platform.filled_orders where state = 'completed'`;
}

async function fillSupplies(sql: postgres.Sql): Promise<void> {
	await sql`insert into supplies.workers (worker_id, version, name, breed, coat) select id, 1, 'Barsik the ' || at, 'siamese', 'cream' from platform.filled_workers`;
	await sql`insert into supplies.kits (id, order_id, assignment, order_number, client_id, worker_id, service_name, contact_name, address, starts_at,
			state, requested_at, changed_at)
		select kit, id, 1, n, id, worker_id, '{"en": "", "ru": ""}', '', '', starts_at, case when state = 'assigned' then 'requested' else 'used' end,
			starts_at, starts_at
		from platform.filled_orders where state <> 'placed'`;
	await sql`insert into supplies.cookie_orders (order_id, client_id, state, give_up_at, arrived_at, gave_up_at)
		select id, id, case when luck = 50 then 'given-up' else 'arrived' end, starts_at, case when luck <> 50 then starts_at end,
			case when luck = 50 then starts_at end
		from platform.filled_orders`;
}

async function fillBilling(sql: postgres.Sql): Promise<void> {
	await sql`insert into billing.ledger_accounts (kind, owner_id) values ('order-revenue', null), ('worker-cost', null), ('penalty-income', null)`;
	await sql`insert into billing.ledger_accounts (kind, owner_id) select 'client', gen_random_uuid() from generate_series(1, 1000)`;
	for (const [kind, account, signed] of [
		["charge", "order-revenue", 9500],
		["earning", "worker-cost", -6000],
	] as const) {
		await sql`insert into billing.ledger_transactions (idempotency_key, fingerprint, kind, business_date, at, reason, cause, actor, order_id, posting_count)
			select ${kind} || id, '', ${kind}, (starts_at at time zone 'Europe/Moscow')::date, starts_at, '', '', '{}', id, 2
			from platform.filled_orders where state in ('completed', 'failed', 'cancelled') order by n`;
		await sql`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
			select booked.id, 1, (select id from billing.ledger_accounts where kind = ${account}), ${signed}::bigint
			from billing.ledger_transactions as booked where kind = ${kind}`;
		await sql`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
			select booked.id, 2, 4 + booked.id % 1000, ${-signed}::bigint from billing.ledger_transactions as booked where kind = ${kind}`;
	}
}

async function fillPeople(sql: postgres.Sql, clients: number): Promise<void> {
	await sql`insert into identity.accounts (id, name, email, roles, client_id)
		select gen_random_uuid(), 'Murka ' || md5(n::text), n || '@cats.example', '{client}', gen_random_uuid() from generate_series(1, ${clients}::integer) as n`;
	await sql`insert into notifications.messages (id, fact, template, account_id, recipient_name, email, locale, subject, html, text, status, created_at)
		select gen_random_uuid(), id::text, 'order-placed', id, 'Murka', 'murka@cats.example', 'en', 'Your order', '', '',
			case when luck = 7 then 'failed' else 'sent' end, starts_at
		from platform.filled_orders`;
	await sql`insert into engine.runs (id, function_id, key, event_id, event, status, created_at, ended_at)
		select kit, 'ordering/assign-worker', id::text, id::text, '{}', case when luck = 9 then 'failed' else 'completed' end, starts_at, starts_at
		from platform.filled_orders`;
}
