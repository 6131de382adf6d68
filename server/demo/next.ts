import { rawSql } from "@/db/client";
import { nextMonthlyCutoff, nextWeeklyCutoff } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";

/** What will happen by itself if nobody does anything: when, of which kind, and to which order. */
export type Happening = {
	at: Date;
	/** Other timers, and the ends of week and month, are known by their function only. */
	kind: "never-staffed" | "no-show" | "overdue" | "cookie-arrives" | "cookie-late" | "other";
	functionId: string;
	orderNumber: number | null;
};

/** What happens next: a timer that changes something, or the end of the week or the month. */
export async function nextHappening(ctx: Ctx): Promise<Happening> {
	const { timeZone, weeklyCutoff, monthlyCutoff } = await policyInForce(ctx, "money");
	const now = ctx.clock.now();
	const weekCloses = closing("billing/run-weeks", nextWeeklyCutoff(now, { timeZone, ...weeklyCutoff }));
	const monthCloses = closing("billing/run-months", nextMonthlyCutoff(now, { timeZone, ...monthlyCutoff }));
	const closes = monthCloses.at < weekCloses.at ? monthCloses : weekCloses;
	const timer = await nextTelling();
	return timer && timer.at < closes.at ? timer : closes;
}

const closing = (functionId: string, at: Date): Happening => ({ at, kind: "other", functionId, orderNumber: null });

/**
 * The next timer that changes something. Most timers find that there is nothing to do when their time comes: the job has long
 * been started, the cookie is there. Nobody waits for those.
 */
async function nextTelling(): Promise<Happening | null> {
	const [next] = await rawSql()<Happening[]>`
		with timers as (
			select w.until as at, r.function_id as function, w.name as step,
				coalesce(r.event #>> '{data,orderId}', r.event #>> '{data,order}')::uuid as order_id
			from engine.waits w join engine.runs r on r.id = w.run_id where w.until is not null),
		telling as (
			select t.at, t.function, j.order_number as "orderNumber", case
				when t.function = 'execution/follow-order' then case when j.state = 'waiting' then 'never-staffed' end
				when t.function = 'execution/follow-assignment' and t.step like '%no-show%'
					then case when j.state = 'scheduled' then 'no-show' end
				when t.function = 'execution/follow-assignment' then case when j.state = 'started' then 'overdue' end
				when t.function = 'supplies/give-up-cookie'
					then case when c.state in ('intent', 'ordered') and c.gave_up_at is null then 'cookie-late' end
				when t.function = 'supplies/bake-sandbox-cookie' then 'cookie-arrives'
				else 'other' end as kind
			from timers t
			left join execution.jobs j on j.order_id = t.order_id
			left join supplies.cookie_orders c on c.order_id = t.order_id)
		select at, kind, function as "functionId", "orderNumber" from telling where kind is not null
		order by at limit 1`;
	return next ?? null;
}
