import { sql } from "drizzle-orm";
import type { Invariant } from "./invariant";
import { lastWordIsOtherAmount, rulings } from "./ruling-invariants";

/** What must hold between invoices, what was collected for them, and what payment services have said. */
export const collectionInvariants: readonly Invariant[] = [
	{
		name: "payments-are-in-the-books",
		holds:
			"Every payment that succeeded stands in the books with its amount, one that had not is reversed, no other does",
		breaches: sql`
			select 'payment ' || p.id as what from billing.payments p
			where p.state in ('succeeded', 'returned') and (
				p.amount is distinct from (
					select sum(l.amount) from billing.ledger_postings l join billing.ledger_accounts a on a.id = l.account_id
					where l.transaction_id = p.transaction_id and a.kind = 'client' and a.owner_id = p.client_id
				)
				or (p.state = 'returned') <> exists (
					select from billing.ledger_transactions r where r.reverses = p.transaction_id
				)
			)
			union all
			select 'transaction ' || t.id from billing.ledger_transactions t
			where t.kind = 'payment'
				and not exists (select from billing.payments p where p.transaction_id = coalesce(t.reverses, t.id))`,
	},
	{
		name: "invoices-stand-as-paid",
		holds: "An invoice is paid when its amount has come, once, and under way when a payment is",
		breaches: sql`
			select 'invoice ' || i.year || '-' || i.sequence as what from billing.invoices i
			left join billing.payments p on p.invoice_id = i.id
			group by i.id
			having (i.status = 'paid')
					<> (coalesce(sum(p.amount - p.charged_back) filter (where p.state = 'succeeded'), 0) = i.total - i.credited)
				or i.kept <> case when i.status = 'paid' then 0
					else coalesce(sum(p.amount - p.charged_back) filter (where p.state = 'succeeded'), 0) end
				or (i.status = 'collecting') <> (count(*) filter (where p.state in ('intent', 'unknown', 'pending')) = 1)
				or bool_or(p.client_id <> i.client_id)`,
	},
	{
		name: "collected-as-stated",
		holds:
			"What was collected is what the payment services and the bank have stated, or what was ruled where they contradict themselves",
		breaches: sql`
			select 'payment ' || p.id || ': stated ' || coalesce(string_agg(s.state, ', '), 'nothing') || ', is ' || p.state as what
			from billing.payments p left join billing.provider_statements s on s.payment_id = p.id
			left join ${rulings} r on r.subject = 'payment:' || p.id
			group by p.id, r.became, r.last_word
			having case when r.last_word >= max(s.id) then (r.became = 'succeeded') <> (p.state = 'succeeded')
				else (p.state = 'succeeded') <> coalesce(bool_or(s.state = 'succeeded' and s.as_asked), false)
					or bool_or(s.state = 'refused') and p.state <> 'refused'
					or ${lastWordIsOtherAmount} end`,
	},
	{
		name: "credits-are-given-once",
		holds:
			"What was waived stands in the books, and lowers one invoice, goes back once, or is taken back with its charge",
		breaches: sql`
			select 'credit note ' || c.id as what
			from billing.credit_notes c
			left join (
				select order_id, ending, amount from billing.unbilled_items where kind in ('credit', 'credit-reversal', 'credit-withdrawn')
				union all
				select order_id, ending, amount from billing.invoice_lines where kind in ('credit', 'credit-reversal', 'credit-withdrawn')
			) item using (order_id, ending)
			group by c.id
			having coalesce(sum(item.amount), 0) <>
				case when c.invoice_id is null and not exists (
					select from billing.refunds f where f.credit_note_id = c.id and f.state not in ('refused', 'returned')
				) then -c.amount else 0 end
				+ case when exists (select from billing.ledger_transactions r where r.reverses = c.transaction_id)
					then c.amount else 0 end
			union all
			select 'credit note ' || c.id from billing.credit_notes c
			where c.amount is distinct from (
				select sum(l.amount) from billing.ledger_postings l join billing.ledger_accounts a on a.id = l.account_id
				where l.transaction_id = c.transaction_id and a.kind = 'client' and a.owner_id = c.client_id
			)
			union all
			select 'invoice ' || i.year || '-' || i.sequence from billing.invoices i
			left join billing.credit_notes c on c.invoice_id = i.id
			group by i.id having i.credited <> coalesce(sum(c.amount), 0)
			union all
			select 'transaction ' || t.id from billing.ledger_transactions t
			where t.kind = 'waiver'
				and not exists (select from billing.credit_notes c where c.transaction_id = coalesce(t.reverses, t.id))`,
	},
];
