import type postgres from "postgres";

/** What workers earned goes onto a payout a month, and all but the last ones are transferred; some bonuses. After `fillBooks`. */
export async function fillPayouts(sql: postgres.Sql): Promise<void> {
	const endOfMonth = sql`(date_trunc('month', ended_at) + interval '1 month - 1 day')::date`;
	await sql`insert into billing.months (day, cutoff_at, money_policy_version, opened_at, closed_at)
		select day, day + interval '22 hours', 1, day + interval '22 hours', day + interval '22 hours' from (
			select distinct ${endOfMonth} as day from filled.money
		) as known where day < (select max(ended_at) from filled.money)`;
	await sql`create unlogged table filled.payouts as
		select *, row_number() over (partition by extract(year from month) order by month, worker_id) as sequence,
			row_number() over (order by month, worker_id) as at
		from (
			select gen_random_uuid() as id, ${endOfMonth} as month, worker_id, count(*) as lines,
				sum(case state when 'completed' then 6000 else -4000 end) as total, (max(n) * 48271 % 1000)::integer as luck
			from filled.money where state <> 'cancelled' and ${endOfMonth} in (select day from billing.months) group by 2, worker_id
		) as sums`;
	await sql`create unique index on filled.payouts (worker_id, month)`;
	const lastMonth = sql`(select max(month) from filled.payouts)`;
	const status = sql`case when total <= 0 then 'closed' when month < ${lastMonth} or luck > 50 then 'paid' when luck < 5 then 'rejected' when luck < 10 then 'issued' else 'sending' end`;
	await sql`insert into billing.payouts (id, year, sequence, month, worker_id, carried_in, total, line_count, amount, carried_out,
			money_policy_version, issued_at, status)
		select id, extract(year from month), sequence, month, worker_id, 0, total, lines, greatest(total, 0), least(total, 0), 1,
			month + interval '22 hours', ${status}
		from filled.payouts order by at`;
	await sql`insert into billing.payout_lines (payout_id, position, transaction_id, kind, amount)
		select payout.id, row_number() over (partition by payout.id order by n), earning, case state when 'completed' then 'earning' else 'penalty' end,
			case state when 'completed' then 6000 else -4000 end
		from filled.money as money join filled.payouts as payout on payout.worker_id = money.worker_id and payout.month = ${endOfMonth}
		where state <> 'cancelled'`;
	await sql`insert into billing.unsettled_items (transaction_id, worker_id, kind, amount, posted_at)
		select earning, worker_id, case state when 'completed' then 'earning' else 'penalty' end,
			case state when 'completed' then 6000 else -4000 end, ended_at
		from filled.money where state <> 'cancelled' and ${endOfMonth} > ${lastMonth}`;
	await sql`insert into billing.transfers (id, payout_id, attempt, account, amount, currency, requested_by, requested_at, status, reason, decided_at)
		select id, id, 1, 'GH-1234', amount, 'CAT', '{}', issued_at,
			case status when 'paid' then 'completed' when 'sending' then 'accepted' else 'rejected' end,
			case when status = 'rejected' then 'no such account' end, case when status <> 'sending' then issued_at end
		from billing.payouts where status in ('paid', 'sending', 'rejected')`;
	await sql`insert into billing.transfer_events (transfer_id, at, what, note)
		select id, requested_at, what, '' from billing.transfers, unnest(array['requested', 'sent', status]) as what order by requested_at`;
	await fillBonuses(sql);
}

async function fillBonuses(sql: postgres.Sql): Promise<void> {
	await sql`insert into billing.approvals (id, kind, subject, amount, reason, asked_by, asked_at, status, decided_by, decided_at)
		select kit, case luck % 2 when 0 then 'bonus' else 'waiver' end, case luck % 2 when 0 then 'worker:' || worker_id else 'order:' || id end,
			50000, 'A bright idea', '{"id": "asker"}', ended_at, case when luck < 2 then 'waiting' else 'approved' end,
			case when luck >= 2 then '{"id": "other"}'::jsonb end, case when luck >= 2 then ended_at end
		from filled.money where n % 300 = 0`;
	await sql`insert into billing.bonuses (id, worker_id, amount, reason, granted_by, transaction_id, granted_at)
		select kit, worker_id, 5000, 'Kind to kittens', '{"id": "asker"}', 2000000000 + n, ended_at from filled.money where n % 50 = 0`;
	await sql`insert into billing.closed_days (day, closed_at) select distinct day, day + interval '1 day' from filled.money`;
	await sql`insert into billing.seals (day, hash, transaction_count, sealed_at) select day, sha256('day'), 1, closed_at from billing.closed_days`;
}
