import { rawSql } from "@/db/client";
import { listLedgerFindings } from "@/server/contexts/billing";
import { type Ctx, createCtx } from "@/server/platform/context";

/** What is asked of the company itself, beyond the books: a sentence, and how many break it. */
const invariants: { holds: string; breaches: string }[] = [
	{
		holds: "no worker is in two places at once",
		breaches: `select count(*) from matching.reservations a join matching.reservations b
			on a.sample = b.sample and a.during && b.during and a.order_id < b.order_id
			where a.status = 'held' and b.status = 'held'`,
	},
	{
		holds: "every order that has ended has an ending, and no other order has",
		breaches: `select count(*) from ordering.orders o where (o.state in ('completed', 'failed', 'cancelled'))
			<> exists (select from execution.endings e where e.order_id = o.id)`,
	},
	{
		holds: "ordering and execution say the same of every order",
		breaches: `select count(*) from ordering.orders o join execution.jobs j on j.order_id = o.id
			where o.state in ('completed', 'failed', 'cancelled') and j.state::text <> o.state::text`,
	},
	{
		holds: "no assignment has two kits",
		breaches: `select count(*) from (select from supplies.kits group by order_id, assignment having count(*) > 1) as twice`,
	},
	{
		holds: "every order that has ended was told to have ended once, and every correction once",
		breaches: `select count(*) from (select o.id from ordering.orders o
			left join events.outbox e on e.subjects @> array['order:' || o.id] and e.replay_of is null
				and e.name in ('execution/job.completed', 'execution/job.failed', 'execution/job.cancelled')
			where o.state in ('completed', 'failed', 'cancelled') group by o.id having count(e.id) <> 1) as otherwise`,
	},
	{
		holds: "nobody got two mails about one fact",
		breaches: `select count(*) from (select from notifications.messages where order_id is not null
			and copy_of is null group by template, email, fact having count(*) > 1) as twice`,
	},
	{ holds: "no background run has failed", breaches: "select count(*) from engine.runs where status = 'failed'" },
];

export type Report = {
	orders: Record<string, number>;
	/** Of orders that were assigned: from placing to the assignment, in business time, and from one commit to the other. */
	assigned: { count: number; businessP50: number; businessP95: number; systemP50Ms: number; systemP95Ms: number };
	/** In hundredths. */
	money: { charged: string; earned: string; penalties: string };
	events: number;
	runs: number;
	findings: { holds: string; breaches: number }[];
};

/** What has become of a simulated company. */
export async function reportOn(ctx: Ctx = createCtx()): Promise<Report> {
	const sql = rawSql();
	const orders = await sql<{ what: string; count: number }[]>`
		select case when o.state = 'failed' then 'failed: ' || coalesce(e.failure::text, '?')
			when o.state = 'placed' and o.waiting_reason is not null then 'waiting' else o.state::text end as what,
			count(*)::int from ordering.orders o
		left join lateral (select failure from execution.endings where order_id = o.id order by number desc limit 1) e on true
		group by 1 order by 2 desc`;
	const [assigned] = await sql<Report["assigned"][]>`
		select count(*)::int as count,
			coalesce(percentile_disc(0.5) within group (order by business), 0)::float as "businessP50",
			coalesce(percentile_disc(0.95) within group (order by business), 0)::float as "businessP95",
			coalesce(percentile_disc(0.5) within group (order by system), 0)::float as "systemP50Ms",
			coalesce(percentile_disc(0.95) within group (order by system), 0)::float as "systemP95Ms"
		from (select extract(epoch from a.occurred_at - p.occurred_at) as business,
				extract(epoch from a.recorded_at - p.recorded_at) * 1000 as system
			from events.outbox p join events.outbox a on a.data->>'orderId' = p.data->>'orderId'
				and a.name = 'ordering/order.assigned' and a.data->>'assignment' = '1'
			where p.name = 'ordering/order.placed') as spans`;
	const [money] = await sql<Report["money"][]>`
		select coalesce(-sum(p.amount) filter (where t.kind = 'charge'), 0)::text as charged,
			coalesce(sum(p.amount) filter (where t.kind = 'earning'), 0)::text as earned,
			coalesce(-sum(p.amount) filter (where t.kind = 'penalty'), 0)::text as penalties
		from billing.ledger_transactions t join billing.ledger_postings p on p.transaction_id = t.id join billing.ledger_accounts a on a.id = p.account_id
		where a.kind in ('client', 'worker')`;
	const [counted] = await sql<{ events: number; runs: number }[]>`
		select (select count(*) from events.outbox)::int as events, (select count(*) from engine.runs)::int as runs`;
	const company = await Promise.all(
		invariants.map(async ({ holds, breaches }) => {
			const [row] = await sql.unsafe<{ count: string }[]>(breaches);
			return { holds, breaches: Number(row?.count) };
		}),
	);
	const books = (await listLedgerFindings(ctx)).map(({ holds, breaches }) => ({ holds, breaches }));
	return {
		orders: Object.fromEntries(orders.map(({ what, count }) => [what, count])),
		assigned: assigned ?? { count: 0, businessP50: 0, businessP95: 0, systemP50Ms: 0, systemP95Ms: 0 },
		money: money ?? { charged: "0", earned: "0", penalties: "0" },
		events: counted?.events ?? 0,
		runs: counted?.runs ?? 0,
		findings: [...company, ...books],
	};
}

/** The whole company in words that know no ids and no clock: two simulations of one seed have the same. */
export async function fingerprintOf(): Promise<string[]> {
	const rows = await rawSql()<{ line: string }[]>`
		select o.number || ' ' || o.client_name || ' ' || (o.service_name->>'en') || ' ' || o.state
			|| ' ' || coalesce((select w.name from ordering.workers w where w.id = o.worker_id), '-')
			|| ' ' || coalesce((select string_agg(e.outcome || coalesce(':' || e.failure, ''), '>' order by e.number)
				from execution.endings e where e.order_id = o.id), '-')
			|| ' ' || coalesce((select stars::text from ordering.ratings r where r.order_id = o.id), '-') as line
		from ordering.orders o order by o.number`;
	return rows.map(({ line }) => line);
}
