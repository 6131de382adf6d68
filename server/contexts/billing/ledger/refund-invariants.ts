import { sql } from "drizzle-orm";
import type { Invariant } from "./invariant";
import { lastWordIsOtherAmount, rulings } from "./ruling-invariants";

/** What must be true of what goes back to clients. */
export const refundInvariants: readonly Invariant[] = [
	{
		name: "refunds-are-in-the-books",
		holds:
			"Every refund that went back stands in the books with its amount, one that came back is reversed, no other does",
		breaches: sql`
			select 'refund ' || f.id as what from billing.refunds f
			where f.state in ('succeeded', 'returned') and (
				-f.amount is distinct from (
					select sum(l.amount) from billing.ledger_postings l join billing.ledger_accounts a on a.id = l.account_id
					where l.transaction_id = f.transaction_id and a.kind = 'client' and a.owner_id = f.client_id
				)
				or (f.state = 'returned') <> exists (
					select from billing.ledger_transactions r where r.reverses = f.transaction_id
				)
			)
			union all
			select 'transaction ' || t.id from billing.ledger_transactions t
			where t.kind = 'refund'
				and not exists (select from billing.refunds f where f.transaction_id = coalesce(t.reverses, t.id))`,
	},
	{
		name: "refunds-stay-within-payments",
		holds: "No more goes back than was paid, to whom it was paid by, for what was waived",
		breaches: sql`
			select 'payment ' || p.id as what from billing.payments p join billing.refunds f on f.payment_id = p.id
			group by p.id
			having coalesce(sum(f.amount) filter (where f.state not in ('refused', 'returned')), 0) > p.amount
				or coalesce(sum(f.settlement_minor) filter (where f.state not in ('refused', 'returned')), 0) > coalesce(p.settlement_minor, 0)
				or p.state not in ('succeeded', 'returned') or bool_or(f.client_id <> p.client_id or f.invoice_id <> p.invoice_id)
			union all
			select 'refund ' || f.id from billing.refunds f join billing.credit_notes c on c.id = f.credit_note_id
			where f.amount <> c.amount or f.client_id <> c.client_id or c.invoice_id is not null`,
	},
	{
		name: "refunded-as-stated",
		holds:
			"What went back is what the payment services and managers have stated, or what was ruled where they contradict themselves",
		breaches: sql`
			select 'refund ' || f.id || ': stated ' || coalesce(string_agg(s.state, ', '), 'nothing') || ', is ' || f.state as what
			from billing.refunds f left join billing.refund_statements s on s.refund_id = f.id
			left join ${rulings} r on r.subject = 'refund:' || f.id
			group by f.id, r.became, r.last_word
			having case when r.last_word >= max(s.id) then (r.became = 'succeeded') <> (f.state = 'succeeded')
				else (f.state in ('succeeded', 'returned')) <> coalesce(bool_or(s.state = 'succeeded' and s.as_asked), false)
					or (f.state in ('refused', 'returned')) <> coalesce(bool_or(s.state = 'refused' and s.as_asked), false)
					or ${lastWordIsOtherAmount} end`,
	},
	{
		name: "lost-disputes-are-in-the-books",
		holds:
			"What clients' banks took back of payments stands in the books, once, and nothing does of disputes that are open or won",
		breaches: sql`
			select 'dispute ' || d.id as what from billing.disputes d join billing.payments p on p.id = d.payment_id
			where -d.amount is distinct from (
					select sum(l.amount) from billing.ledger_transactions t
					join billing.ledger_postings l on l.transaction_id = t.id
					join billing.ledger_accounts a on a.id = l.account_id
					where t.idempotency_key = 'charge-back:' || d.id and t.id = d.transaction_id
						and a.kind = 'client' and a.owner_id = p.client_id
				) or d.outcome <> 'lost' and d.amount is not null
				or d.outcome = 'lost' and d.amount is null and p.state = 'succeeded' and p.charged_back < p.amount
			union all
			select 'transaction ' || t.id from billing.ledger_transactions t
			where t.kind = 'charge-back' and not exists (select from billing.disputes d where d.transaction_id = t.id)
			union all
			select 'payment ' || p.id from billing.payments p
			left join billing.disputes d on d.payment_id = p.id
			where p.charged_back > 0 or d.amount is not null
			group by p.id having p.charged_back <> coalesce(sum(d.amount), 0)`,
	},
	{
		name: "clients-balances-are-explained",
		holds: "What a client owes is what waits for an invoice, what is left to pay of invoices, less what is to go back",
		breaches: sql`
			select 'client ' || a.owner_id as what from billing.ledger_accounts a
			where a.kind = 'client' and (
				select coalesce(sum(p.amount), 0) from billing.ledger_postings p where p.account_id = a.id
			) <> (
				select coalesce(sum(f.amount), 0) from billing.refunds f
				where f.client_id = a.owner_id and f.state in ('intent', 'unknown', 'pending')
			) - (
				select coalesce(sum(i.amount), 0) from billing.unbilled_items i where i.client_id = a.owner_id
			) - (
				select coalesce(sum(i.total - i.credited - i.kept), 0) from billing.invoices i
				where i.client_id = a.owner_id and i.status <> 'paid'
			)`,
	},
];
