import type { StepResult } from "./protocol";
import { repeated, type Sql } from "./store";

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

/** How many due calls are looked at for one that is taken: those of one busy key must not hide the others. */
const WINDOW = 4;

/**
 * Leases up to `count` due calls, oldest first, as far as the concurrency limits allow. A lease that ran out counts as due.
 * `more` says that not all that is due was looked at. Claims of all instances wait for each other (engine.claim_tasks).
 */
export async function claimTasks(
	sql: Sql,
	{ instance, functionIds, count, leaseMs }: Claim,
): Promise<{ tasks: ClaimedTask[]; more: boolean }> {
	if (count <= 0) return { tasks: [], more: false };
	const rows = await repeated(
		() => sql<(ClaimedTask & { more: boolean })[]>`
			select id, run_id as "runId", function_id as "functionId", step, attempt, event, parallel, invoked, steps, more
			from engine.claim_tasks(${instance}, ${[...functionIds]}::text[], ${count}, ${leaseMs} * interval '1 millisecond',
				${count * WINDOW})`,
	);
	return { tasks: rows.map(({ more: _, ...task }) => task), more: rows[0]?.more ?? false };
}

/** Gives calls back, to be made at once by whoever comes, as when an instance stops. */
export async function releaseTasks(sql: Sql, instance: number, taskIds: readonly string[]): Promise<void> {
	await sql`
		update engine.tasks set leased_by = null, due_at = now()
		where leased_by = ${instance} and id = any(${[...taskIds]}::bigint[])`;
}
