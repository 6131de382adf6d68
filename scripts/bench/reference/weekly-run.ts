import type postgres from "postgres";

/**
 * The rows of a weekly run by bare set-based SQL, in one transaction: the week, an invoice and its lines for every client,
 * an event for each invoice, and what open screens are told. Amounts of the ladder as they are in the default policies.
 */
export async function issueByBareSql(sql: postgres.Sql, cutoff: string): Promise<void> {
	const day = cutoff.slice(0, 10);
	await sql.begin(async (tx) => {
		await tx`insert into billing.weeks (day, cutoff_at, money_policy_version, opened_at, closed_at)
			values (${day}, ${cutoff}, 1, ${cutoff}, ${cutoff})`;
		await tx`
			with moved as (
				delete from billing.unbilled_items where posted_at < ${cutoff}::timestamptz returning *
			), owing as (
				select client_id, gen_random_uuid() as id, sum(amount) as total, count(*) as lines,
					row_number() over (order by client_id) as place from moved group by client_id
			), paid as (
				select a.owner_id as client_id, sum(p.amount) as total from billing.ledger_transactions t
				join billing.ledger_postings p on p.transaction_id = t.id
				join billing.ledger_accounts a on a.id = p.account_id and a.kind = 'client'
				where t.kind in ('opening-payment') group by a.owner_id
			), issued as (
				insert into billing.invoices (id, year, sequence, week, client_id, total, line_count, paid_total, discount_percent,
					money_policy_version, issued_at, status)
				select owing.id, 2026, place, ${day}, client_id, owing.total, lines, coalesce(paid.total, 0),
					case when coalesce(paid.total, 0) > 1000000 then least(12, 4 + ceil(paid.total / 1000000.0 - 1)) else 0 end,
					1, ${cutoff}, 'issued' from owing left join paid using (client_id)
				returning id, client_id, sequence, total, line_count
			), lines as (
				insert into billing.invoice_lines (invoice_id, position, order_id, ending, kind, amount)
				select issued.id, row_number() over (partition by client_id order by posted_at, order_id, ending, kind),
					order_id, ending, kind, amount from moved join issued using (client_id)
			), told as (
				insert into platform.live_changes (audiences, context, subject)
				select array_agg('client:' || client_id) || 'office'::text, 'billing', 'week:' || ${day} from issued
			), numbers as (
				insert into billing.invoice_numbers (year, last) select 2026, count(*) from issued
			)
			insert into events.outbox (id, name, version, data, actor, subjects, cause, occurred_at)
			select gen_random_uuid(), 'billing/invoice.issued', '1', jsonb_build_object(
					'invoiceId', id, 'clientId', client_id, 'number', '2026-' || lpad(sequence::text, greatest(5, length(sequence::text)), '0'), 'week', ${day}::text,
					'total', jsonb_build_object('minor', total::text, 'currency', 'CTU'), 'lineCount', line_count),
				'{"id": "house", "kind": "system", "name": null}', array['invoice:' || id, 'client:' || client_id], 'bench', ${cutoff}
			from issued`;
	});
}
