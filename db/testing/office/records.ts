import type postgres from "postgres";

/** What is kept about all that happens: events, runs, mails and their deliveries, the audit log. */
export async function fillRecords(sql: postgres.Sql, orders: number): Promise<void> {
	await fillEvents(sql);
	await fillRuns(sql, orders);
	await fillMails(sql);
	await sql`create table filled.staff as select at, gen_random_uuid() as id from generate_series(0, 9) as staff (at)`;
	await sql`insert into platform.audit_entries (id, at, recorded_at, actor, action, subject, request_id)
		select gen_random_uuid(), done.at, done.at,
			jsonb_build_object('kind', 'person', 'id', case when luck % 10 < 8 then 'house' else staff.id::text end, 'name', 'Fluffy'),
			action, 'order:' || orders.id, 'request'
		from filled.orders as orders join filled.staff on staff.at = luck / 10, lateral (
			values ('ordering.place', placed_at), (
				case when luck = 7 then 'ordering.cancel' when n % 5000 = 0 then 'billing.grant-bonus' else 'execution.start-job' end, starts_at
			)
		) as done (action, at)
		where worker_id is not null order by done.at`;
}

/** Three of the dozen that an order has. The name of one has fallen out of use long ago. */
const fillEvents = (sql: postgres.Sql) => sql`
	insert into events.outbox (id, name, version, data, actor, subjects, cause, occurred_at, recorded_at, dispatched_at)
	select uuidv7(at - now()), name, '1', jsonb_build_object('orderId', id), '{"kind": "house", "name": "ordering"}',
		array['order:' || id, 'client:' || client_id] || case when worker_id is null or name = 'ordering/order.placed' then '{}' else array['worker:' || worker_id] end,
		'request', at, at, at
	from filled.orders, lateral (
		select 'ordering/order.placed' as name, placed_at as at
		union all select case when age < 0.4 and luck < 20 then 'ordering/order.unassigned' else 'ordering/order.assigned' end, placed_at + interval '1 minute' where worker_id is not null
		union all select 'execution/job.' || state, ended_at where ended_at is not null
	) as happened
	order by at`;

/** Runs are kept for a month of the machine's time, so all of them lie there. */
const fillRuns = (sql: postgres.Sql, orders: number) => sql`
	insert into engine.runs (id, function_id, key, event_id, event, status, created_at, ended_at)
	select uuidv7(at - now()), (array['matching/match-order', 'supplies/request-kit', 'notifications/send-mail', 'billing/note-terms'])[1 + luck % 4],
		id::text, id::text, '{"name": "ordering/order.placed"}', case when luck = 9 and n % 10 = 0 then 'failed' else 'completed' end, at, at + interval '1 second'
	from filled.orders, lateral (select now() - interval '30 days' * ((${orders}::float - n) / ${orders}::float) as at) as timed
	order by n`;

async function fillMails(sql: postgres.Sql): Promise<void> {
	await sql`insert into hiring.workers (id, name, email, phone, locale, age, breed, coat, active, added_at)
		select id, name, 'worker' || at || '@cats.example', '+79990001122', 'en', 3, 'siamese', 'cream', at % 50 <> 0, now() - interval '1 day' * at
		from filled.workers`;
	await sql`insert into identity.accounts (id, name, email, locale, roles, worker_id, created_at)
		select gen_random_uuid(), name, 'worker' || at || '@cats.example', 'en', '{worker}', id, now() - interval '1 day' * at from filled.workers`;
	await sql`update identity.accounts set active = false where hashtext(id::text) % 100 = 0`;
	await sql`insert into notifications.recipients (account_id, version, name, email, locale, roles, client_id, worker_id, active)
		select id, 1, name, email, locale, roles, client_id, worker_id, true from identity.accounts`;
	await sql`insert into notifications.messages (id, fact, template, account_id, order_id, recipient_name, email, locale, subject, html, text,
			status, created_at)
		select kit, orders.id::text, 'order-placed', account_id, orders.id, name, email, 'en', 'Your order ' || number, '', '',
			case when luck = 7 and n % 10 = 0 then 'failed' else 'sent' end, placed_at
		from filled.orders as orders join notifications.recipients on recipients.client_id = orders.client_id order by n`;
	await sql`insert into notifications.deliveries (message_id, outcome, detail, at) select kit, 'accepted', '', placed_at from filled.orders order by n`;
}
