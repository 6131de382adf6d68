import { internalEvents } from "inngest";
import type { EngineEvent, FunctionSpec, Registry } from "./registry";
import { missedTicks, nextTick } from "./schedule";
import { startRuns } from "./start-runs";
import { businessNow, callAgain, lockRuns, rows, type Sql, storeSteps, type Tx, transaction } from "./store";

const BATCH = 200;

/** Does what business time has made due: wakes sleepers, ends patience, starts cycles. Says how much there was. */
export async function fireTimers(sql: Sql, registry: Registry): Promise<number> {
	const [due] = await sql<{ waits: boolean; crons: boolean }[]>`
		select exists (select from engine.waits where until <= platform.business_now()) as waits,
			exists (select from engine.crons where next_at <= platform.business_now()) as crons`;
	return (due?.waits ? await wakeSleepers(sql) : 0) + (due?.crons ? await tickCrons(sql, registry) : 0);
}

type DueWait = { run_id: string; step_id: string; kind: "sleep" | "event" | "invoke" | "cancel"; name: string };

function wakeSleepers(sql: Sql): Promise<number> {
	return transaction(sql, async (tx) => {
		const due = await tx<DueWait[]>`
			select run_id, step_id, kind, name from engine.waits where until <= platform.business_now()
			order by until limit ${BATCH}`;
		if (due.length === 0) return 0;
		await lockRuns(
			tx,
			due.map(({ run_id }) => run_id),
		);
		const over = await tx<DueWait[]>`
			delete from engine.waits w using jsonb_to_recordset(${rows(due)}::text::jsonb) as x (run_id uuid, step_id text)
			where w.run_id = x.run_id and w.step_id = x.step_id
			returning w.run_id, w.step_id, w.kind, w.name`;
		const woken = over.filter(({ kind }) => kind !== "cancel");
		await storeSteps(
			tx,
			woken.map(({ run_id, step_id, kind, name }) => ({
				runId: run_id,
				stepId: step_id,
				name,
				result: kind === "invoke" ? { type: "error", error: TIMED_OUT } : { type: "data", data: null },
			})),
		);
		await callAgain(
			tx,
			woken.map(({ run_id }) => run_id),
		);
		return due.length;
	});
}

const TIMED_OUT = { name: "InngestInvokeTimeoutError", message: "the invoked function did not end in time" };

function tickCrons(sql: Sql, registry: Registry): Promise<number> {
	return transaction(sql, async (tx) => {
		const due = await tx<{ function_id: string; expression: string; next_at: Date }[]>`
			select function_id, expression, next_at from engine.crons
			where next_at <= platform.business_now() and function_id = any(${[...registry.byId.keys()]}::text[])
			order by next_at for update skip locked`;
		if (due.length === 0) return 0;
		const now = await businessNow(tx);
		for (const { function_id, expression, next_at } of due) {
			const spec = registry.byId.get(function_id);
			const ticks = missedTicks(expression, next_at, now);
			if (spec) await startTicks(tx, spec, expression, ticks);
			await tx`
				update engine.crons set next_at = ${nextTick(expression, now)}
				where function_id = ${function_id} and expression = ${expression}`;
		}
		return due.length;
	});
}

async function startTicks(tx: Tx, spec: FunctionSpec, cron: string, ticks: readonly Date[]): Promise<void> {
	await startRuns(
		tx,
		ticks.map((tick) => {
			const key = `${spec.id}:tick:${tick.toISOString()}`;
			const event: EngineEvent = {
				id: key,
				name: internalEvents.ScheduledTimer,
				data: { cron, tick: tick.toISOString() },
				ts: tick.getTime(),
			};
			return { spec, event, key };
		}),
	);
}

/** Makes the cycles of this build known, each from its next tick on, and forgets what they were before. */
export async function scheduleCrons(sql: Sql, registry: Registry): Promise<void> {
	const now = await businessNow(sql);
	const wanted = registry.functions.flatMap(({ id, crons }) =>
		crons.map((expression) => ({ id, expression, next: nextTick(expression, now) })),
	);
	await transaction(sql, async (tx) => {
		await tx`
			insert into engine.crons (function_id, expression, next_at)
			select id, expression, next from jsonb_to_recordset(${rows(wanted)}::text::jsonb)
				as x (id text, expression text, next timestamptz)
			on conflict do nothing`;
		await tx`
			delete from engine.crons c where c.function_id = any(${registry.functions.map(({ id }) => id)}::text[])
				and not exists (select from jsonb_to_recordset(${rows(wanted)}::text::jsonb) as x (id text, expression text)
					where x.id = c.function_id and x.expression = c.expression)`;
	});
}
