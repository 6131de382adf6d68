import { sql } from "drizzle-orm";
import type { Invariant } from "./invariant";
import { rulings } from "./ruling-invariants";

/** All that workers earn, lose and are given, as the books have it. */
const settleable = sql`(
	select t.id as transaction_id, t.kind, a.owner_id as worker_id, sum(p.amount) as amount
	from billing.ledger_transactions t
	join billing.ledger_postings p on p.transaction_id = t.id
	join billing.ledger_accounts a on a.id = p.account_id and a.kind = 'worker'
	where t.kind in ('earning', 'penalty', 'bonus', 'overpayment')
	group by t.id, a.owner_id
)`;

/** Where each of it is: waiting, or on a payout. */
const settling = sql`(
	select transaction_id, kind, worker_id, amount from billing.unsettled_items
	union all
	select l.transaction_id, l.kind, o.worker_id, l.amount from billing.payout_lines l join billing.payouts o on o.id = l.payout_id
)`;

/** What stands on Gold Hat's account, by the payout that the key of the transaction, or of what it takes back, names. */
const bookedByPayout = sql`(
	select split_part(o.idempotency_key, ':', 2) as payout, sum(p.amount) as amount
	from billing.ledger_postings p
	join billing.ledger_accounts a on a.id = p.account_id and a.kind = 'gold-hat'
	join billing.ledger_transactions t on t.id = p.transaction_id
	join billing.ledger_transactions o on o.id = coalesce(t.reverses, t.id)
	group by 1
)`;

/**
 * What Gold Hat has said of each payout, from the record of its words and of the rulings on them alone: how much went, and how often
 * it contradicts itself and nobody has ruled on it.
 */
const saidByGoldHat = sql`(
	select t.payout_id, count(*) filter (where word.what = 'contradicted' and r.last_word is null) as doubts,
		sum(t.amount) filter (where case when r.last_word is not null then r.became = 'succeeded'
			else word.what = 'completed' or word.what = 'contradicted' and word.note = 'completed' end) as amount
	from billing.transfers t
	join lateral (
		select e.id, e.what, e.note from billing.transfer_events e
		where e.transfer_id = t.id and e.what in ('completed', 'rejected', 'contradicted') order by e.id desc limit 1
	) word on true
	left join ${rulings} r on r.subject = 'transfer:' || t.id and r.last_word >= word.id
	group by t.payout_id
)`;

/** What stands in the books of a payout: its own transactions, and what takes one of them back. */
const paidOut = sql`(
	select split_part(o.idempotency_key, ':', 2) as payout, a.owner_id as worker_id, sum(p.amount) as amount
	from billing.ledger_transactions t
	join billing.ledger_transactions o on o.id = coalesce(t.reverses, t.id)
	join billing.ledger_postings p on p.transaction_id = t.id
	join billing.ledger_accounts a on a.id = p.account_id and a.kind = 'worker'
	where t.kind = 'payout'
	group by 1, 2
)`;

/** What must be true of what workers are paid. */
export const payoutInvariants: readonly Invariant[] = [
	{
		name: "worker-postings-are-settled-once",
		holds: "Every earning, penalty and bonus, and what takes one back, is on one payout of its worker or waits for one",
		breaches: sql`
			select 'transaction ' || coalesce(s.transaction_id, i.transaction_id) as what
			from ${settleable} s full join ${settling} i using (transaction_id)
			group by s.transaction_id, i.transaction_id
			having count(s.transaction_id) <> 1 or count(i.transaction_id) <> 1
				or bool_or(s.amount <> i.amount or s.worker_id <> i.worker_id or s.kind <> i.kind)`,
	},
	{
		name: "bonuses-are-in-the-books",
		holds: "Every bonus on record stands in the books with its amount, on its worker's account, and no other does",
		breaches: sql`
			select 'bonus ' || b.id as what from billing.bonuses b
			where b.amount is distinct from (
				select sum(p.amount) from billing.ledger_transactions t
				join billing.ledger_postings p on p.transaction_id = t.id
				join billing.ledger_accounts a on a.id = p.account_id and a.kind = 'worker' and a.owner_id = b.worker_id
				where t.id = b.transaction_id and t.kind = 'bonus'
			)
			union all
			select 'transaction ' || t.id from billing.ledger_transactions t
			where t.kind = 'bonus'
				and not exists (select from billing.bonuses b where b.transaction_id = coalesce(t.reverses, t.id))`,
	},
	{
		name: "payouts-equal-their-lines",
		holds: "Every payout's total is the sum of its lines",
		breaches: sql`
			select 'payout ' || o.year || '-' || o.sequence as what from billing.payouts o
			left join billing.payout_lines l on l.payout_id = o.id
			group by o.id having count(l.position) <> o.line_count or coalesce(sum(l.amount), 0) <> o.total`,
	},
	{
		name: "payouts-carry-debts",
		holds: "Every payout begins with the debt that the worker's last one left, and pays what is above zero",
		breaches: sql`
			select 'payout ' || o.year || '-' || o.sequence as what from (
				select *, coalesce(lag(carried_out) over (partition by worker_id order by month), 0) as left_before
				from billing.payouts
			) o
			where o.carried_in <> o.left_before or o.amount <> greatest(o.carried_in + o.total, 0)
				or o.carried_out <> least(o.carried_in + o.total, 0)`,
	},
	{
		name: "payout-numbers-have-no-gaps",
		holds: "The numbers of a year's payouts run from one on with no gap",
		breaches: sql`
			select 'year ' || n.year || ': last ' || n.last || ', ' || count(o.id) || ' payouts' as what
			from billing.payout_numbers n left join billing.payouts o using (year)
			group by n.year, n.last
			having count(o.id) <> n.last or coalesce(max(o.sequence), 0) <> n.last`,
	},
	{
		name: "paid-payouts-are-in-the-books",
		holds:
			"Every payout that was paid stands in the books once, with its amount, on its worker's account; no other does",
		breaches: sql`
			select 'payout ' || o.year || '-' || o.sequence as what from billing.payouts o
			left join ${paidOut} booked on booked.payout = o.id::text and booked.worker_id = o.worker_id
			where case when o.status = 'paid' then o.amount else 0 end <> coalesce(-booked.amount, 0)
			union all
			select 'payout ' || booked.payout || ' of nobody' from ${paidOut} booked
			where not exists (select from billing.payouts o where booked.payout = o.id::text and booked.worker_id = o.worker_id)`,
	},
	{
		name: "workers-balances-are-explained",
		holds: "What a worker is owed is what waits for a payout, what was issued and not paid, and the debt carried on",
		breaches: sql`
			select 'worker ' || a.owner_id as what from billing.ledger_accounts a
			where a.kind = 'worker' and (
				select coalesce(sum(p.amount), 0) from billing.ledger_postings p where p.account_id = a.id
			) <> (
				select coalesce(sum(i.amount), 0) from billing.unsettled_items i where i.worker_id = a.owner_id
			) + (
				select coalesce(sum(o.amount), 0) from billing.payouts o where o.worker_id = a.owner_id and o.status <> 'paid'
			) + coalesce((
				select o.carried_out from billing.payouts o where o.worker_id = a.owner_id order by o.month desc limit 1
			), 0)`,
	},
	{
		name: "payouts-are-transferred-once",
		holds:
			"A paid payout has one completed transfer of its amount, one under way has one open, and no other has either",
		breaches: sql`
			select 'payout ' || o.year || '-' || o.sequence as what from billing.payouts o
			left join billing.transfers t on t.payout_id = o.id
			group by o.id
			having count(t.id) filter (where t.status = 'completed') <> case when o.status = 'paid' then 1 else 0 end
				or count(t.id) filter (where t.status in ('requested', 'sending', 'accepted'))
					<> case when o.status = 'sending' then 1 else 0 end
				or bool_or(t.amount <> o.amount)`,
	},
	{
		name: "gold-hat-agrees",
		holds:
			"What Gold Hat said it transferred, in its own last word on each try or by a ruling, is what stands on its account",
		breaches: sql`
			select 'payout ' || o.year || '-' || o.sequence || ': books ' || coalesce(booked.amount, 0)
				|| ', Gold Hat says ' || coalesce(said.amount, 0) || case when said.doubts > 0 then ', and contradicts itself' else '' end as what
			from billing.payouts o
			left join ${bookedByPayout} booked on booked.payout = o.id::text
			left join ${saidByGoldHat} said on said.payout_id = o.id
			where coalesce(booked.amount, 0) <> coalesce(said.amount, 0) or said.doubts > 0
			union all
			select 'payout ' || payout || ': on the account of Gold Hat, and not there' from ${bookedByPayout} booked
			where not exists (select from billing.payouts o where booked.payout = o.id::text)`,
	},
];
