import { type SQL, sql } from "drizzle-orm";
import type { Invariant } from "./invariant";
import { contentOfDay, digestOfTransaction, hashOfSeal } from "./seals";

/** Closed days that have no seal, or one that is not built on the seal of the day before. The last may be about to get one. */
const looseLinks = sql`
	select closed.day, seal.day is null as unsealed
	from (
		select day, lag(day) over days as before, lead(day) over days as after
		from billing.closed_days window days as (order by day)
	) closed
	left join billing.seals seal on seal.day = closed.day
	left join billing.seals previous on previous.day = closed.before
	where case when seal.day is null then closed.after is not null
		else seal.previous is distinct from previous.hash or closed.before <> closed.day - 1 end`;

/** Seals that are not the hash of what is kept of their day. */
const wrongHashes = sql`
	select seal.day from billing.seals seal
	cross join lateral (
		select count(*) as count, ${contentOfDay} as hash from billing.sealed_transactions kept where kept.day = seal.day
	) content
	where seal.transaction_count <> content.count
		or seal.hash <> ${hashOfSeal(sql`seal.day`, sql`seal.previous`, sql`content.count`, sql`content.hash`)}`;

/** Transactions that were sealed otherwise than they are now. */
const changed = sql`
	select kept.day, kept.transaction_id, t.id is null as erased
	from billing.sealed_transactions kept left join billing.ledger_transactions t on t.id = kept.transaction_id
	where t.id is null or kept.digest <> ${digestOfTransaction}`;

/** Transactions that came upon a sealed day. */
const slippedIn = sql`
	select t.business_date as day, t.id as transaction_id from billing.ledger_transactions t
	where t.business_date <= (select max(day) from billing.seals)
		and not exists (select from billing.sealed_transactions kept where kept.transaction_id = t.id)`;

/** The days whose seal does not hold, for one reason or another. */
export const unsoundDays: SQL = sql`
	select day from (${looseLinks}) loose union all select day from (${wrongHashes}) wrong
	union all select day from (${changed}) changed union all select day from (${slippedIn}) slipped`;

/** What must be true of the seals: each finds another way of changing what was booked on a day that is closed. */
export const sealInvariants: readonly Invariant[] = [
	{
		name: "seals-form-a-chain",
		holds: "Every closed day carries a seal that builds on the seal of the day before",
		breaches: sql`
			select 'day ' || day || case when unsealed then ': no seal' else ': not built on the day before' end as what
			from (${looseLinks}) loose
			union all
			select 'day ' || seal.day || ': sealed without being closed' from billing.seals seal
			where not exists (select from billing.closed_days closed where closed.day = seal.day)`,
	},
	{
		name: "seals-hold-their-days",
		holds: "Every seal is the hash of what is kept of its day and of the seal before it",
		breaches: sql`select 'day ' || day as what from (${wrongHashes}) wrong`,
	},
	{
		name: "sealed-days-are-unchanged",
		holds: "Every transaction of a sealed day is as it was sealed, and no other is booked on it",
		breaches: sql`
			select 'transaction ' || transaction_id || ', sealed on ' || day
				|| case when erased then ': erased' else ': changed' end as what from (${changed}) changed
			union all
			select 'transaction ' || transaction_id || ', booked on ' || day || ': slipped in' from (${slippedIn}) slipped`,
	},
];
