import { type SQL, sql } from "drizzle-orm";
import { collectionInvariants } from "./collection-invariants";
import type { Invariant } from "./invariant";
import { payoutInvariants } from "./payout-invariants";
import { refundInvariants } from "./refund-invariants";
import { sealInvariants } from "./seal-invariants";

/** Each ending with whether it is the one in force of its order. */
const endingsInForce = sql`(
	select e.*, e.ending = max(e.ending) over (partition by e.order_id) as in_force from billing.endings e
)`;

const isReversed = (transaction: SQL) =>
	sql`exists (select from billing.ledger_transactions r where r.reverses = ${transaction})`;

/** Endings that ought to have one row in a table of what endings post, and have another number of them in force. */
const exactlyOne = (table: SQL, which: SQL) => sql`
	select 'order ' || e.order_number || ' (' || e.order_id || '), ending ' || e.ending || ': ' || count(p.order_id) as what
	from ${endingsInForce} e
	left join ${table} p on p.order_id = e.order_id and p.ending = e.ending and not ${isReversed(sql`p.transaction_id`)}
	where e.in_force and e.assignment is not null and ${which}
	group by e.order_id, e.ending, e.order_number having count(p.order_id) <> 1`;

/** Rows of what endings post that disagree with their transaction: gone, of another amount, or on another's account. */
const unlikeTheBooks = (table: SQL, ownerKind: string, owner: SQL, sign: SQL) => sql`
	select 'order ' || p.order_id || ', ending ' || p.ending as what from ${table} p
	where p.amount <> 0 and ${sign} * p.amount is distinct from (
		select sum(l.amount) from billing.ledger_postings l join billing.ledger_accounts a on a.id = l.account_id
		where l.transaction_id = p.transaction_id and a.kind = ${ownerKind} and a.owner_id = ${owner}
	)`;

/** What must be true of the books at any time (spec/3-money, "The ledger"), each with the query that finds where it is not. */
export const invariants: readonly Invariant[] = [
	{
		name: "books-sum-to-zero",
		holds: "The sum of all postings is zero",
		breaches: sql`select 'sum ' || sum(amount) as what from billing.ledger_postings having sum(amount) <> 0`,
	},
	{
		name: "transactions-balance",
		holds: "Every transaction has all its postings, and they sum to zero",
		breaches: sql`
			select 'transaction ' || t.id as what from billing.ledger_transactions t
			left join billing.ledger_postings p on p.transaction_id = t.id
			group by t.id having count(p.line) <> t.posting_count or count(p.line) < 2 or coalesce(sum(p.amount), 0) <> 0`,
	},
	{
		name: "reversals-mirror",
		holds: "Every reversal takes back exactly what it reverses, and is not reversed itself",
		breaches: sql`
			select 'transaction ' || r.id as what from billing.ledger_transactions r
			join billing.ledger_transactions t on t.id = r.reverses
			where t.reverses is not null or exists (
				select from billing.ledger_postings p where p.transaction_id in (r.id, t.id)
				group by p.account_id having sum(p.amount) <> 0
			)`,
	},
	{
		name: "one-charge-per-payable-ending",
		holds: "Every payable ending in force has exactly one charge",
		breaches: exactlyOne(sql`billing.charges`, sql`true`),
	},
	{
		name: "one-earning-per-completed",
		holds: "Every completed ending in force has exactly one earning",
		breaches: exactlyOne(
			sql`(select * from billing.worker_entries where kind = 'earning')`,
			sql`e.outcome = 'completed'`,
		),
	},
	{
		name: "one-penalty-per-failed",
		holds: "Every failed ending in force has exactly one penalty",
		breaches: exactlyOne(sql`(select * from billing.worker_entries where kind = 'penalty')`, sql`e.outcome = 'failed'`),
	},
	{
		name: "nothing-for-cancelled",
		holds: "A cancelled ending gives the worker nothing, an ending without a worker posts nothing",
		breaches: sql`
			select 'order ' || e.order_number || ', ending ' || e.ending as what from billing.endings e
			join billing.worker_entries w using (order_id, ending) where e.outcome = 'cancelled' or e.assignment is null
			union all
			select 'order ' || e.order_number || ', ending ' || e.ending from billing.endings e
			join billing.charges c using (order_id, ending) where e.assignment is null`,
	},
	{
		name: "corrected-is-reversed",
		holds: "What a corrected ending had posted is reversed",
		breaches: sql`
			select 'order ' || e.order_number || ', ending ' || e.ending || ': transaction ' || p.transaction_id as what
			from ${endingsInForce} e
			join (
				select order_id, ending, transaction_id from billing.charges
				union all select order_id, ending, transaction_id from billing.worker_entries
			) p on p.order_id = e.order_id and p.ending = e.ending
			where not e.in_force and p.transaction_id is not null and not ${isReversed(sql`p.transaction_id`)}`,
	},
	{
		name: "charges-are-in-the-books",
		holds: "Every charge stands in the books with its amount, on its client's account",
		breaches: unlikeTheBooks(sql`billing.charges`, "client", sql`p.client_id`, sql`-1`),
	},
	{
		name: "entries-are-in-the-books",
		holds: "Every earning and penalty stands in the books with its amount, on its worker's account",
		breaches: unlikeTheBooks(sql`billing.worker_entries`, "worker", sql`p.worker_id`, sql`1`),
	},
	{
		name: "books-have-their-endings",
		holds: "Every transaction about an order belongs to a charge, an earning or a penalty, or reverses one",
		breaches: sql`
			select 'transaction ' || t.id as what from billing.ledger_transactions t
			where t.kind in ('charge', 'earning', 'penalty')
				and not exists (select from billing.charges c where c.transaction_id = coalesce(t.reverses, t.id))
				and not exists (select from billing.worker_entries w where w.transaction_id = coalesce(t.reverses, t.id))`,
	},
	{
		name: "charges-are-billed-once",
		holds:
			"Every charge in force is on one invoice or waits for one; one taken back was never billed or is given back once",
		breaches: sql`
			select 'order ' || c.order_id || ', ending ' || c.ending as what
			from billing.charges c
			left join (
				select order_id, ending, kind, amount from billing.unbilled_items where kind in ('charge', 'reversal')
				union all
				select order_id, ending, kind, amount from billing.invoice_lines where kind in ('charge', 'reversal')
			) item using (order_id, ending)
			where c.amount > 0
			group by c.order_id, c.ending, c.amount, c.transaction_id
			having coalesce(sum(item.amount), 0) <> case when ${isReversed(sql`c.transaction_id`)} then 0 else c.amount end
				or count(*) filter (where item.kind = 'charge') > 1 or count(*) filter (where item.kind = 'reversal') > 1`,
	},
	{
		name: "invoices-equal-their-lines",
		holds: "Every invoice's total is the sum of its lines, which are all its client's",
		breaches: sql`
			select 'invoice ' || i.year || '-' || i.sequence as what from billing.invoices i
			left join billing.invoice_lines l on l.invoice_id = i.id
			left join billing.charges c using (order_id, ending)
			group by i.id
			having count(l.position) <> i.line_count or coalesce(sum(l.amount), 0) <> i.total
				or bool_or(c.client_id is distinct from i.client_id)`,
	},
	{
		name: "invoice-numbers-have-no-gaps",
		holds: "The numbers of a year's invoices run from one on with no gap",
		breaches: sql`
			select 'year ' || n.year || ': last ' || n.last || ', ' || count(i.id) || ' invoices' as what
			from billing.invoice_numbers n left join billing.invoices i using (year)
			group by n.year, n.last
			having count(i.id) <> n.last or coalesce(max(i.sequence), 0) <> n.last`,
	},
	...payoutInvariants,
	...sealInvariants,
	...collectionInvariants,
	...refundInvariants,
];
