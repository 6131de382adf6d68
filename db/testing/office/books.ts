import type postgres from "postgres";

/**
 * What ended is charged, earned or forfeited, two transactions an order; charges are on a weekly invoice, and all but the last ones
 * are collected. Transactions and their postings carry numbers in the order of time.
 */
export async function fillBooks(sql: postgres.Sql): Promise<void> {
	await sql`insert into billing.payers (client_id, version, name, active) select id, 1, name, true from filled.clients`;
	await sql`insert into billing.payees (worker_id, version, name, active) select id, 1, name, true from filled.workers`;
	await sql`insert into billing.ledger_accounts (kind, owner_id)
		select unnest(string_to_array('order-revenue worker-cost penalty-income sandbox-card bank gold-hat waived', ' ')), null::uuid
		union all select 'client', id from filled.clients union all select 'worker', id from filled.workers`;
	await fillTerms(sql);
	await sql`create unlogged table filled.money as
		select orders.*, 2 * orders.n - 1 as charge, 2 * orders.n as earning,
			payer.id as client_account, payee.id as worker_account, (ended_at at time zone 'Europe/Moscow')::date as day
		from filled.orders as orders join billing.ledger_accounts as payer on payer.owner_id = client_id
			join billing.ledger_accounts as payee on payee.owner_id = worker_id
		where payable`;
	await book(sql, { id: "charge", kind: "charge", owner: "client_account", other: "order-revenue", amount: -9500 });
	const worker = { id: "earning", owner: "worker_account" };
	await book(sql, { ...worker, kind: "earning", other: "worker-cost", amount: 6000, state: "completed" });
	await book(sql, { ...worker, kind: "penalty", other: "penalty-income", amount: -4000, state: "failed" });
	await sql`insert into billing.charges (order_id, ending, assignment, client_id, outcome, amount, transaction_id, posted_at)
		select id, 1, 1, client_id, state, 9500, charge, ended_at from filled.money`;
	await sql`insert into billing.worker_entries (order_id, ending, assignment, worker_id, kind, amount, transaction_id, posted_at)
		select id, 1, 1, worker_id, case state when 'completed' then 'earning' else 'penalty' end,
			case state when 'completed' then 6000 else -4000 end, earning, ended_at
		from filled.money where state <> 'cancelled'`;
}

async function fillTerms(sql: postgres.Sql): Promise<void> {
	await sql`insert into billing.terms (order_id, assignment, order_number, client_id, worker_id, service_name, starts_at, list_price,
			discount_percent, price, worker_share, worker_penalty, client_pays_completed, client_pays_cancelled, client_pays_failed,
			money_policy_version, noted_at)
		select id, 1, number, client_id, worker_id, service_name, starts_at, 10000, 5, 9500, 6000, 4000, 9500, 9500, 9500, 1, placed_at
		from filled.orders where worker_id is not null`;
	await sql`insert into billing.endings (order_id, ending, order_number, client_id, worker_id, assignment, outcome, reason, words, ended_at, posted_at)
		select id, 1, number, client_id, worker_id, case when worker_id is not null then 1 end, state,
			case state when 'completed' then 'done' when 'failed' then 'no-show' else 'cancelled-by-client' end, '', ended_at, ended_at
		from filled.orders where ended_at is not null`;
}

type Booked = { id: string; kind: string; owner: string; other: string; amount: number; state?: string };

/** One transaction for each order, or for each that ended so: on somebody's account, and on one of the company's. */
async function book(sql: postgres.Sql, { id, kind, owner, other, amount, state }: Booked): Promise<void> {
	const which = state ? sql`state = ${state}` : sql`true`;
	await sql`insert into billing.ledger_transactions (id, idempotency_key, fingerprint, kind, business_date, at, reason, cause, actor,
			order_id, posting_count) overriding system value
		select ${sql(id)}, ${kind} || ':' || id, '', ${kind}, day, ended_at, 'Order ' || number || ' ' || state, 'fill', '{"kind": "house"}', id, 2
		from filled.money where ${which} order by n`;
	await sql`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
		select ${sql(id)}, 1, ${sql(owner)}, ${amount}::bigint from filled.money where ${which} order by n`;
	await sql`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
		select ${sql(id)}, 2, (select id from billing.ledger_accounts where kind = ${other}), ${-amount}::bigint
		from filled.money where ${which} order by n`;
}
