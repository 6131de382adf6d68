import { rawSql } from "@/db/client";

type Finding = { holds: string; breaches: number };

/** What has to hold besides a company's own rules: every ended order has exactly what follows from it, and money went once. */
const always: { holds: string; breaches: string }[] = [
	{
		holds: "every job that was done or failed has one charge in force, and one entry of the worker's",
		breaches: `select count(*) from execution.endings e
			where e.number = (select max(l.number) from execution.endings l where l.order_id = e.order_id)
				and e.worker_id is not null and (
					(select count(*) from billing.charges c where c.order_id = e.order_id and c.ending = e.number) <> 1
					or (select count(*) from billing.worker_entries w where w.order_id = e.order_id and w.ending = e.number)
						<> case when e.outcome = 'cancelled' then 0 else 1 end
				)`,
	},
];

const ofServices: { holds: string; breaches: string }[] = [
	{
		holds: "the card service has charged no invoice twice",
		breaches: `select count(*) from (select from billing.sandbox_charges c join billing.payments p on p.id = c.id
			where c.state = 'succeeded' group by p.invoice_id having count(*) > 1) as twice`,
	},
	{
		holds: "what the card service has charged is what is booked",
		breaches: `select count(*) from billing.sandbox_charges c full join
			(select * from billing.payments where kind = 'sandbox-card') p on p.id = c.id
			where (coalesce(c.state, '') = 'succeeded') <> (coalesce(p.state, '') = 'succeeded') or c.amount <> p.amount`,
	},
	{
		holds: "what Gold Hat has transferred is what is booked, once a payout",
		breaches: `select count(*) from billing.sandbox_transfers s full join billing.transfers t on t.id = s.id
			where (coalesce(s.status, '') = 'completed') <> (coalesce(t.status, '') = 'completed')`,
	},
	{
		holds: "nothing is left of which it is not known what became",
		breaches: `select (select count(*) from billing.payments where state in ('intent', 'unknown', 'pending'))
			+ (select count(*) from billing.transfers where status in ('requested', 'sending', 'accepted'))
			+ (select count(*) from billing.refunds where kind <> 'bank-transfer' and state in ('intent', 'unknown', 'pending')) as count`,
	},
	{
		holds: "the month is closed, and every payout of it is paid or has come back",
		breaches: `select (select count(*) from billing.payouts where status in ('issued', 'sending'))
			+ (select count(*) from billing.months where closed_at is null or day > platform.business_now()) as count`,
	},
];

/** Nothing lost, nothing twice: asked of our books and of the services' own. */
export async function lostOrTwice({ withServices }: { withServices: boolean }): Promise<Finding[]> {
	const found: Finding[] = [];
	for (const { holds, breaches } of withServices ? [...always, ...ofServices] : always) {
		const [row] = await rawSql().unsafe<{ count: string }[]>(breaches);
		found.push({ holds, breaches: Number(row?.count ?? 0) });
	}
	return found;
}
