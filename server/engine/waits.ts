import { type Expression, holds, matchKeysOf, parseExpression } from "./expressions";
import { finishRuns } from "./finish-runs";
import type { EngineEvent, Registry } from "./registry";
import { callAgain, lockRuns, rows, storeSteps, type Tx } from "./store";

type Candidate = {
	run_id: string;
	step_id: string;
	kind: "event" | "cancel";
	expression: string | null;
	started_by: unknown;
	at: number;
};

/** Gives events to the runs that wait for them, and cancels those that were to be cancelled by them. */
export async function resolveWaits(tx: Tx, registry: Registry, events: readonly EngineEvent[]): Promise<void> {
	const names = [...new Set(events.map(({ name }) => name))];
	const awaited = await tx<{ name: string }[]>`
		select name from unnest(${names}::text[]) as x (name)
		where exists (select from engine.waits where event_name = x.name)`;
	if (awaited.length === 0) return;
	const wanted = new Set(awaited.map(({ name }) => name));
	const keys = events.flatMap((event, at) =>
		wanted.has(event.name) ? matchKeysOf(event).map((match) => ({ at, name: event.name, match })) : [],
	);
	const candidates = await tx<Candidate[]>`
		select w.run_id, w.step_id, w.kind, w.expression, r.event as started_by, x.at
		from jsonb_to_recordset(${rows(keys)}::text::jsonb) as x (at int, name text, match text)
		join engine.waits w on w.event_name = x.name and w.match = x.match
		join engine.runs r on r.id = w.run_id
		order by x.at`;
	const matched = candidates.filter(({ expression, started_by, at }) =>
		holds(parsed(expression), { event: started_by, async: events[at] }),
	);
	if (matched.length > 0) await settle(tx, registry, events, matched);
}

const parsed = (source: string | null): Expression | null => (source === null ? null : parseExpression(source));

async function settle(
	tx: Tx,
	registry: Registry,
	events: readonly EngineEvent[],
	matched: readonly Candidate[],
): Promise<void> {
	await lockRuns(
		tx,
		matched.map(({ run_id }) => run_id),
	);
	const open = await tx<{ run_id: string; step_id: string; name: string }[]>`
		delete from engine.waits w using jsonb_to_recordset(${rows(matched)}::text::jsonb) as x (run_id uuid, step_id text)
		where w.run_id = x.run_id and w.step_id = x.step_id
		returning w.run_id, w.step_id, w.name`;
	// The first of several matching events is the one that counts.
	const settled = open.flatMap((wait) => {
		const match = matched.find(({ run_id, step_id }) => run_id === wait.run_id && step_id === wait.step_id);
		return match ? [{ ...match, name: wait.name }] : [];
	});
	const given = settled.filter(({ kind }) => kind === "event");
	await storeSteps(
		tx,
		given.map(({ run_id, step_id, name, at }) => ({
			runId: run_id,
			stepId: step_id,
			name,
			result: { type: "data", data: events[at] },
		})),
	);
	await callAgain(
		tx,
		given.map(({ run_id }) => run_id),
	);
	const cancelled = settled.filter(({ kind }) => kind === "cancel");
	await finishRuns(
		tx,
		registry,
		[...new Set(cancelled.map(({ run_id }) => run_id))].map((runId) => ({ runId, status: "cancelled", output: null })),
	);
}
