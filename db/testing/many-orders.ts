import type postgres from "postgres";
import { withoutIndexes } from "./without-indexes";

/** The moment at which the company of `fillOrders` stands. */
export const FILLED_UNTIL = "2026-11-22T09:00:00.000Z";

/** What of the filled company questions may be about. */
export type Filled = {
	clientId: string;
	workerId: string;
	/** The type that is ordered most, and one that was retired two years ago. */
	serviceTypeId: string;
	retiredTypeId: string;
};

const ORDERS_OF_A_CLIENT = 10;
const ORDERS_OF_A_WORKER = 100;

/**
 * Fills a migrated database with so many orders over three years, set by set: clients, workers and words of very different
 * frequency, a retired service type, and at the end the few orders that are alive. Ends with everything analysed. The schema
 * `filled` keeps who and what they are drawn from.
 */
export async function fillOrders(sql: postgres.Sql, orders: number): Promise<Filled> {
	const clients = Math.max(20, Math.ceil(orders / ORDERS_OF_A_CLIENT));
	const workers = Math.max(10, Math.ceil(orders / ORDERS_OF_A_WORKER));
	await sql`select setseed(0.42)`;
	await fillPeople(sql, clients, workers);
	await fillLists(sql);
	await withoutIndexes(sql, ["ordering.orders"], () => insertOrders(sql, orders, clients, workers));
	await sql`vacuum (analyze) ordering.orders`;
	await sql`analyze`;
	const [filled] = await sql<Filled[]>`select
		(select client_id from ordering.orders group by 1 order by count(*) desc limit 1) as "clientId",
		(select worker_id from ordering.orders where worker_id is not null group by 1 order by count(*) desc limit 1) as "workerId",
		(select id from filled.types where at = 1) as "serviceTypeId",
		(select id from filled.types where at = 12) as "retiredTypeId"`;
	if (!filled) throw new Error("nothing was filled");
	return filled;
}

async function fillPeople(sql: postgres.Sql, clients: number, workers: number): Promise<void> {
	await sql`create schema filled`;
	await sql`create table filled.names as select row_number() over () as at, first || ' ' || last as name from
		unnest(string_to_array('Murka Barsik Pushok Ryzhik Snezhinka Dymka Tisha Sima Bogatyr Rysya Vaska Kuzya Myshka Zhuzha Fedya Leo Luna Milo Nala Oscar', ' ')) as first,
		unnest(string_to_array('Whisker Swift Velvet Amber Frost Grey Calm Silk Broad Leap Mist Paw Tail Claw Purr Meadow River Stone Hill Wood', ' ')) as last`;
	await sql`create table filled.clients as select at, gen_random_uuid() as id,
		(select name from filled.names where names.at = 1 + clients.at * 7 % 400) || ' ' || at as name from generate_series(1, ${clients}::integer) as clients (at)`;
	await sql`create unique index on filled.clients (at)`;
	await sql`insert into identity.accounts (id, name, email, phone, locale, roles, client_id)
		select gen_random_uuid(), name, 'client' || at || '@cats.example', '+7999' || lpad(at::text, 7, '0'), 'en', '{client}', id from filled.clients`;
	await sql`create table filled.workers as select at, gen_random_uuid() as id,
		(select name from filled.names where names.at = 1 + workers.at * 11 % 400) || ' the ' || at as name from generate_series(1, ${workers}::integer) as workers (at)`;
	await sql`create unique index on filled.workers (at)`;
	await sql`insert into ordering.workers (id, version, name, breed, coat, strengths)
		select id, 1, name, 'siamese', 'cream', '[]' from filled.workers`;
}

async function fillLists(sql: postgres.Sql): Promise<void> {
	await sql`create table filled.types as select at, gen_random_uuid() as id, jsonb_build_object(
			'en', (string_to_array('Sofa scratching,Dropping glasses,Warming a lap,Singing at night,Testing boxes,Watching birds,Chasing dots,Sleeping on keyboards,Hiding socks,Guarding windows,Opening curtains,Counting fish', ','))[at],
			'ru', (string_to_array('Царапание дивана,Роняние стаканов,Согревание коленей,Ночное пение,Проверка коробок,Наблюдение за птицами,Погоня за точками,Сон на клавиатуре,Прятание носков,Охрана окон,Открывание штор,Подсчёт рыб', ','))[at]) as name
		from generate_series(1, 12) as types (at)`;
	await sql`insert into ordering.service_types (id, name, description, icon, duration_minutes, base_price, supplies, active)
		select id, name, name, 'paw', 60, 10000, '[]', at < 12 from filled.types`;
	await sql`create table filled.zones as select at, gen_random_uuid() as id,
		(string_to_array('Old town,Riverside,Harbour,Hills,Gardens,Station', ','))[at] as name from generate_series(1, 6) as zones (at)`;
	await sql`insert into ordering.zones (id, name) select id, jsonb_build_object('en', name, 'ru', name) from filled.zones`;
	await sql`create table filled.words as select row_number() over () as at, word from unnest(string_to_array(
		'armrest vase curtain carpet lamp shelf piano radiator bookcase window door table chair blanket pillow mirror clock basket keyboard cupboard', ' ')) as word`;
}

/** Who and what comes up how often follows a curve: few often, most seldom. */
const insertOrders = (sql: postgres.Sql, orders: number, clients: number, workers: number) => sql`
	insert into ordering.orders (id, client_id, client_name, service_type_id, service_name, duration_minutes, base_price,
		description, zone_id, zone_name, address, place_note, contact_name, contact_phone, starts_at, placed_at, state, waiting_reason, assignment, worker_id,
		list_price, discount_percent, price, worker_share, worker_penalty, client_pays_completed, client_pays_cancelled, client_pays_failed,
		money_policy_version, price_formula_version, ending, ended_at, ending_reason, payable)
	select gen_random_uuid(), client.id, client.name, type.id, type.name, 60, 10000,
		'The ' || word.word || ' in room ' || (n % 977) || ', ' || other.word || ' included', zone.id, zone.name,
		(n * 31 % 200) || ' Street ' || (n % 311), '', client.name, '+79990001122', starts_at, starts_at - interval '2 days', state,
		case when state = 'placed' then 'everybody-booked' end, assigned, case when assigned = 1 then worker.id end,
		case when assigned = 1 then 10000 end, case when assigned = 1 then 5 end, case when assigned = 1 then 9500 end,
		case when assigned = 1 then 6000 end, case when assigned = 1 then 4000 end, case when assigned = 1 then 9500 end,
		case when assigned = 1 then 9500 end, case when assigned = 1 then 9500 end, case when assigned = 1 then 1 end, case when assigned = 1 then 1 end,
		case when ended then 1 else 0 end, case when ended then starts_at + interval '1 hour' end,
		case when state = 'failed' then case when assigned = 1 then 'no-show' else 'never-staffed' end end, ended and assigned = 1
	from (
		select n, starts_at, ended, state, case when state = 'placed' or (state in ('failed', 'cancelled') and r4 < 0.3) then 0 else 1 end as assigned,
			1 + floor(r1 * r1 * ${clients}::integer)::integer as client_at, 1 + floor(r2 * sqrt(r2) * ${workers}::integer)::integer as worker_at,
			case when age < 0.33 and r3 < 0.1 then 12 else 1 + floor(r3 * r3 * 11)::integer end as type_at,
			1 + floor(r4 * r4 * 20)::integer as word_at, 1 + floor(r5 * 20)::integer as other_at, 1 + floor(r5 * 6)::integer as zone_at
		from (
			select *, starts_at < ${FILLED_UNTIL}::timestamptz - interval '2 hours' as ended,
				case when starts_at < ${FILLED_UNTIL}::timestamptz - interval '2 hours' then case when r6 < 0.93 then 'completed' when r6 < 0.96 then 'failed' else 'cancelled' end
					when starts_at < ${FILLED_UNTIL}::timestamptz then case when r6 < 0.9 then 'under_way' else 'assigned' end
					else case when r6 < 0.97 then 'assigned' else 'placed' end end as state
			from (
				select n, n::float / ${orders}::float as age, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6,
					date_trunc('minute', ${FILLED_UNTIL}::timestamptz - interval '3 years' + (interval '3 years 5 days') * (n::float / ${orders}::float) + random() * interval '5 days') as starts_at
				from generate_series(1, ${orders}::integer) as numbers (n)
			) as timed
		) as stated
	) as drawn
	join filled.clients as client on client.at = client_at join filled.workers as worker on worker.at = worker_at
	join filled.types as type on type.at = type_at join filled.zones as zone on zone.at = zone_at
	join filled.words as word on word.at = word_at join filled.words as other on other.at = other_at
	order by n`;
