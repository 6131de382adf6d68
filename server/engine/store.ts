import type postgres from "postgres";
import type { StepResult } from "./protocol";

/** postgres.js, on the pool or within a transaction. Not the client that Drizzle has changed. */
export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;

/** Wakes every instance: there is something to call. */
export const ENGINE_CHANNEL = "engine";

/** Rows as one JSON parameter, to be read by `jsonb_to_recordset(${rows(…)}::text::jsonb)`: one statement for any number. */
export const rows = (values: readonly object[]): string => JSON.stringify(values);

const DEADLOCK = "40P01";
const SERIALIZATION_FAILURE = "40001";
const ATTEMPTS = 6;

const TRANSIENT = new Set([DEADLOCK, SERIALIZATION_FAILURE]);

/** Whether the trouble is with the database and not with what it was asked: then all would fail alike. */
export const isBroken = (error: unknown): boolean => {
	const code = String((error as { code?: string }).code ?? "");
	return TRANSIENT.has(code) || /^(08|53|57|58|CONNECT|ECONN)/.test(code);
};

/** A transaction that is repeated when PostgreSQL resolves a deadlock against it. */
export const transaction = <Result>(sql: Sql, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
	repeated(async () => (await sql.begin(work)) as Result);

/** A statement or a transaction that is repeated when PostgreSQL resolves a deadlock against it. */
export async function repeated<Result>(work: () => PromiseLike<Result>): Promise<Result> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			if (attempt === ATTEMPTS || !TRANSIENT.has((error as { code?: string }).code ?? "")) throw error;
		}
	}
}

/** Whether PostgreSQL can't hold a value, as when a text has a NUL in it, or is beyond a limit. */
export const isBadData = (error: unknown): boolean => /^(22|54)/.test(String((error as { code?: string }).code));

/** The part of SQL that asks what business time it is. */
export const businessNow = async (sql: Sql | Tx): Promise<Date> => {
	const [row] = await sql<{ now: Date }[]>`select platform.business_now() as now`;
	if (!row) throw new Error("no business time");
	return row.now;
};

export type StoredStep = { runId: string; stepId: string; name: string; result: StepResult };

/** Keeps results of steps, in this order; one that is there already stays as it is. */
export async function storeSteps(tx: Tx, results: readonly StoredStep[]): Promise<void> {
	if (results.length === 0) return;
	await tx`
		insert into engine.steps (run_id, step_id, name, result)
		select "runId", "stepId", name, result
		from jsonb_to_recordset(${rows(results)}::text::jsonb) as x ("runId" uuid, "stepId" text, name text, result jsonb)
		on conflict do nothing`;
}

/** Has runs called as a whole, to find what they do next. A run that is being called right now is called once more after it. */
export async function callAgain(tx: Tx, runIds: readonly string[]): Promise<void> {
	if (runIds.length === 0) return;
	await tx`
		insert into engine.tasks as t (run_id, function_id, step, concurrency_key, concurrency_limit)
		select id, function_id, 'step', concurrency_key, concurrency_limit
		from engine.runs where id = any(${[...new Set(runIds)]}::uuid[]) and status = 'running'
		on conflict (run_id, step) do update set
			repeat = t.leased_by is not null,
			due_at = case when t.leased_by is null then least(t.due_at, excluded.due_at) else t.due_at end`;
}

/** Locks runs, always in the same order, and says which of them still run. To be the first thing that a commit does. */
export async function lockRuns(tx: Tx, runIds: readonly string[]): Promise<Map<string, { parallel: boolean }>> {
	const locked = await tx<{ id: string; parallel: boolean; status: string }[]>`
		select id, parallel, status from engine.runs where id = any(${[...new Set(runIds)]}::uuid[])
		order by id for no key update`;
	return new Map(locked.filter(({ status }) => status === "running").map((run) => [run.id, run]));
}
