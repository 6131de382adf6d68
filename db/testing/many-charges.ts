import type postgres from "postgres";

/** The cut-off of the week that `fillCharges` fills, and its day. */
export const FILLED_CUTOFF = "2026-11-29T19:00:00.000Z";

/**
 * Fills a migrated database with the books of a company at its week's end, set by set: clients who have all paid something
 * before, and so many charges among them that no invoice holds yet. Guards are off meanwhile, for rows come in no natural order.
 */
export async function fillCharges(sql: postgres.Sql, clients: number, charges: number): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		await tx`create schema if not exists filled`;
		await tx`create unlogged table filled.clients as
			select n, gen_random_uuid() as id, 2 * n + 1 as account from generate_series(0, ${clients - 1}::int) n`;
		await tx`create unlogged table filled.orders as
			select g.n, gen_random_uuid() as id, gen_random_uuid() as worker_id, c.id as client_id, c.account,
				${FILLED_CUTOFF}::timestamptz - interval '1 second' - random() * interval '6 days' as at
			from generate_series(0, ${charges - 1}::int) g (n) join filled.clients c on c.n = g.n % ${clients}::int`;
		await fillBooks(tx);
		await tx`insert into billing.payers (client_id, version, name, active)
			select id, 1, 'Client ' || n, true from filled.clients`;
		await tx`insert into billing.terms (order_id, assignment, order_number, client_id, worker_id, service_name, starts_at,
				list_price, discount_percent, price, worker_share, worker_penalty, client_pays_completed, client_pays_cancelled,
				client_pays_failed, money_policy_version, noted_at)
			select id, 1, n, client_id, worker_id, '{"en": "Windows", "ru": "Окна"}', at, 10000, 5, 9500, 6000, 4000, 9500, 9500,
				9500, 1, at from filled.orders`;
		await tx`insert into billing.endings (order_id, ending, order_number, client_id, worker_id, assignment, outcome, reason,
				words, ended_at, posted_at)
			select id, 1, n, client_id, worker_id, 1, 'completed', 'done', '', at, at from filled.orders`;
		await tx`insert into billing.charges (order_id, ending, assignment, client_id, outcome, amount, transaction_id, posted_at)
			select id, 1, 1, client_id, 'completed', 9500, 1000000000 + n, at from filled.orders`;
		await tx`insert into billing.unbilled_items (order_id, ending, kind, client_id, amount, posted_at)
			select id, 1, 'charge', client_id, 9500, at from filled.orders`;
		await tx`drop schema filled cascade`;
	});
	await sql`vacuum (analyze)`;
}

/** Accounts, what each client paid before, and the charges. */
async function fillBooks(tx: postgres.TransactionSql): Promise<void> {
	await tx`insert into billing.ledger_accounts (id, kind, owner_id) overriding system value
		select account, 'client', id from filled.clients
		union all select 2000000000, 'order-revenue', null union all select 2000000001, 'opening-balance', null`;
	await tx`insert into billing.ledger_transactions (id, idempotency_key, fingerprint, kind, business_date, at, reason, cause,
			actor, order_id, posting_count) overriding system value
		select n + 1, 'opening-payment:' || n, '', 'opening-payment', '2026-11-01'::date, '2026-11-01'::timestamptz, 'before', 'fill', '{}'::jsonb, null::uuid, 2
		from filled.clients
		union all select 1000000000 + n, 'charge:' || n, '', 'charge', at::date, at, 'order ' || n || ' completed', 'fill', '{}', id, 2
		from filled.orders`;
	await tx`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
		select n + 1, 1, account, 1 + (n * 7919::bigint) % 9000000 from filled.clients
		union all select n + 1, 2, 2000000001, -1 - (n * 7919::bigint) % 9000000 from filled.clients
		union all select 1000000000 + n, 1, account, -9500 from filled.orders
		union all select 1000000000 + n, 2, 2000000000, 9500 from filled.orders`;
}
