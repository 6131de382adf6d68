import { newId } from "@/server/kernel/ids";
import { instantOf } from "./durations";
import { evaluate, indexable, matchKey } from "./expressions";
import type { EngineEvent, FunctionSpec } from "./registry";
import { businessNow, rows, type Tx } from "./store";

/** A run to be started, unless there is one with its key. */
export type NewRun = {
	spec: FunctionSpec;
	event: EngineEvent;
	key: string;
	parent?: { runId: string; stepId: string };
};

/** Creates runs with their first call, and what would cancel them. Says how many were new. */
export async function startRuns(tx: Tx, wanted: readonly NewRun[]): Promise<number> {
	if (wanted.length === 0) return 0;
	const cancellable = wanted.some(({ spec }) => spec.cancellations.length > 0);
	const now = cancellable ? await businessNow(tx) : null;
	const given = wanted.map((run) => ({ ...rowOf(run), cancels: now ? cancelsOf(run, now) : [] }));
	const [created] = await tx<{ count: number }[]>`
		with given as (
			select * from jsonb_to_recordset(${rows(given)}::text::jsonb) as x (
				id uuid, function_id text, key text, event_id text, event jsonb, concurrency_key text, concurrency_limit int,
				parent_run_id uuid, parent_step_id text, cancels jsonb)
		), created as (
			insert into engine.runs (id, function_id, key, event_id, event, concurrency_key, concurrency_limit,
				parent_run_id, parent_step_id)
			select id, function_id, key, event_id, event, concurrency_key, concurrency_limit, parent_run_id, parent_step_id
			from given on conflict (key) do nothing
			returning id, function_id, concurrency_key, concurrency_limit
		), called as (
			insert into engine.tasks (run_id, function_id, step, concurrency_key, concurrency_limit)
			select id, function_id, 'step', concurrency_key, concurrency_limit from created
		), watched as (
			insert into engine.waits (run_id, step_id, kind, name, event_name, match, expression, until)
			select created.id, c.step_id, 'cancel', c.event_name, c.event_name, c.match, c.expression, c.until
			from created join given using (id), jsonb_to_recordset(given.cancels) as c (
				step_id text, event_name text, match text, expression text, until timestamptz)
		)
		select count(*)::int as count from created`;
	return created?.count ?? 0;
}

const rowOf = ({ spec, event, key, parent }: NewRun) => ({
	id: newId<string>(),
	function_id: spec.id,
	key,
	event_id: event.id,
	event,
	concurrency_key: spec.concurrency ? concurrencyKey(spec, event) : null,
	concurrency_limit: spec.concurrency?.limit ?? null,
	parent_run_id: parent?.runId ?? null,
	parent_step_id: parent?.stepId ?? null,
});

function concurrencyKey({ id, concurrency }: FunctionSpec, event: EngineEvent): string {
	return concurrency?.key ? indexable(`${id}:${JSON.stringify(evaluate(concurrency.key, { event }))}`) : id;
}

/** What would cancel a run, from now on. */
export const cancelsOf = ({ spec, event }: Pick<NewRun, "spec" | "event">, now: Date) =>
	spec.cancellations.map((cancellation, at) => ({
		step_id: `cancel:${at}`,
		event_name: cancellation.event,
		match: matchKey(cancellation.if, event),
		expression: cancellation.if?.source ?? null,
		until: cancellation.timeout === null ? null : instantOf(cancellation.timeout, now),
	}));
