import type { StepResult } from "./protocol";
import { type Sql, transaction } from "./store";

/** A call that this instance holds a lease on, with all it takes to make it. */
export type ClaimedTask = {
	id: string;
	runId: string;
	functionId: string;
	step: string;
	attempt: number;
	event: unknown;
	parallel: boolean;
	/** Another run waits for the end of this one. */
	invoked: boolean;
	steps: { id: string; result: StepResult }[];
};

type Claim = { instance: number; functionIds: readonly string[]; count: number; leaseMs: number };

/** Any constant of its own: claims of all instances wait for each other, so that concurrency limits are exact. */
const CLAIMS = 7_272_731;

/** How many due calls are looked at for one that is taken: those of one busy key must not hide the others. */
const WINDOW = 4;

/**
 * Leases up to `count` due calls, oldest first, as far as the concurrency limits allow. A lease that ran out counts as due.
 */
export async function claimTasks(sql: Sql, { instance, functionIds, count, leaseMs }: Claim): Promise<ClaimedTask[]> {
	if (count <= 0) return [];
	return transaction(sql, async (tx) => {
		const [, claimed] = await Promise.all([
			tx`select pg_advisory_xact_lock(${CLAIMS})`,
			tx<ClaimedTask[]>`
				with busy as (
					select concurrency_key, count(*) as calls from engine.tasks
					where leased_by is not null and due_at > now() and concurrency_key is not null
					group by concurrency_key
				), due as (
					select t.id, t.due_at, t.concurrency_key, t.concurrency_limit, coalesce(b.calls, 0) as calls
					from engine.tasks t left join busy b on b.concurrency_key = t.concurrency_key
					where t.due_at <= now() and t.function_id = any(${[...functionIds]}::text[])
						and (b.calls is null or b.calls < t.concurrency_limit)
					order by t.due_at, t.id limit ${count * WINDOW}
					for update of t skip locked
				), ranked as (
					select *, row_number() over (partition by concurrency_key order by due_at, id) as place from due
				), picked as (
					select id from ranked where concurrency_key is null or place + calls <= concurrency_limit
					order by due_at, id limit ${count}
				), taken as (
					update engine.tasks set leased_by = ${instance}, due_at = now() + ${leaseMs} * interval '1 millisecond',
						repeat = false
					where id in (select id from picked) returning *
				)
				select taken.id, taken.run_id as "runId", taken.function_id as "functionId", taken.step, taken.attempt,
					r.event, r.parallel, r.parent_run_id is not null as invoked, coalesce((
						select jsonb_agg(jsonb_build_object('id', s.step_id, 'result', s.result) order by s.position)
						from engine.steps s where s.run_id = r.id), '[]') as steps
				from taken join engine.runs r on r.id = taken.run_id
				order by taken.id`,
		]);
		return [...claimed];
	});
}

/** Gives calls back, to be made at once by whoever comes, as when an instance stops. */
export async function releaseTasks(sql: Sql, instance: number, taskIds: readonly string[]): Promise<void> {
	await sql`
		update engine.tasks set leased_by = null, due_at = now()
		where leased_by = ${instance} and id = any(${[...taskIds]}::bigint[])`;
}
