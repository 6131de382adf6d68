import type postgres from "postgres";

/** Past these numbers come the transactions of payments, and past the others those of payouts. */
const PAYMENTS_FROM = 1_000_000_000;

/** A weekly invoice for whoever was charged, cards and transfers, and the few that are not paid. After `fillBooks`. */
export async function fillInvoices(sql: postgres.Sql): Promise<void> {
	await sql`insert into billing.weeks (day, cutoff_at, money_policy_version, opened_at, closed_at)
		select day, day + interval '22 hours', 1, day + interval '22 hours', day + interval '22 hours' from (
			select distinct date_trunc('week', ended_at)::date + 6 as day from filled.money
		) as known where day < (select max(ended_at) from filled.money)`;
	await sql`create unlogged table filled.invoices as
		select *, row_number() over (partition by year order by week, client_id) as sequence, row_number() over (order by week, client_id) as at
		from (
			select gen_random_uuid() as id, week, extract(year from week)::smallint as year, client_id, client_account, count(*) as lines,
				(max(n) * 48271 % 1000)::integer as luck
			from (select *, date_trunc('week', ended_at)::date + 6 as week from filled.money) as charged
			where week in (select day from billing.weeks) group by week, client_id, client_account
		) as sums`;
	await sql`create unique index on filled.invoices (client_id, week)`;
	const lastWeek = sql`(select max(week) from filled.invoices)`;
	const status = sql`case when luck < 3 then 'overdue' when week = ${lastWeek} then case when luck < 30 then 'failed' when luck < 200 then 'collecting' else 'paid' end else 'paid' end`;
	await sql`alter table filled.invoices add column status text`;
	await sql`update filled.invoices set status = ${status}`;
	await sql`insert into billing.invoices (id, year, sequence, week, client_id, total, line_count, paid_total, discount_percent,
			money_policy_version, issued_at, status, collected_by, first_refused_at, overdue_at, paid_at)
		select id, year, sequence, week, client_id, lines * 9500, lines, 0, 5, 1, week + interval '22 hours', status,
			case when luck % 10 = 0 then 'transfer' else 'card' end, case when status in ('failed', 'overdue') then week + interval '1 day' end,
			case when status = 'overdue' then week + interval '8 days' end, case when status = 'paid' then week + interval '1 day' end
		from filled.invoices order by at`;
	await sql`insert into billing.invoice_lines (invoice_id, position, order_id, ending, kind, amount)
		select invoice.id, row_number() over (partition by invoice.id order by n), money.id, 1, 'charge', 9500
		from filled.money as money join filled.invoices as invoice
			on invoice.client_id = money.client_id and invoice.week = date_trunc('week', ended_at)::date + 6`;
	await sql`insert into billing.unbilled_items (order_id, ending, kind, client_id, amount, posted_at)
		select id, 1, 'charge', client_id, 9500, ended_at from filled.money
		where date_trunc('week', ended_at)::date + 6 > ${lastWeek}`;
	await fillPayments(sql);
}

async function fillPayments(sql: postgres.Sql): Promise<void> {
	const state = sql`case status when 'paid' then 'succeeded' when 'collecting' then 'pending' else 'refused' end`;
	const kind = sql`case when luck % 10 = 0 then 'bank-transfer' else 'sandbox-card' end`;
	const transaction = sql`${PAYMENTS_FROM}::bigint + at`;
	await sql`insert into billing.payments (id, invoice_id, attempt, client_id, kind, amount, asked, state, reference, begun_at, settled_at,
			transaction_id)
		select id, id, 1, client_id, ${kind}, lines * 9500, 'collection', ${state}, 'reference ' || at, week + interval '1 day',
			case when status <> 'collecting' then week + interval '1 day' end, case when status = 'paid' then ${transaction} end
		from filled.invoices order by at`;
	await sql`insert into billing.provider_statements (payment_id, state, reference, stated_minor, stated_currency, as_asked, heard_by, heard_at)
		select id, ${state}, 'reference ' || at, lines * 9500, 'cat', true, 'answer', week + interval '1 day' from filled.invoices order by at`;
	await sql`insert into billing.ledger_transactions (id, idempotency_key, fingerprint, kind, business_date, at, reason, cause, actor, posting_count)
			overriding system value
		select ${transaction}, 'payment:' || id, '', 'payment', week + 1, week + interval '1 day', 'Invoice ' || year || '-' || sequence, 'fill',
			'{"kind": "house"}', 2
		from filled.invoices where status = 'paid' order by at`;
	await sql`insert into billing.ledger_postings (transaction_id, line, account_id, amount)
		select ${transaction}, 1, client_account, lines * 9500 from filled.invoices where status = 'paid'
		union all select ${transaction}, 2, (select id from billing.ledger_accounts where kind = case when luck % 10 = 0 then 'bank' else 'sandbox-card' end),
			lines * -9500
		from filled.invoices where status = 'paid'`;
}
