import { type Answer, stepsOf } from "./answers";
import { repeated, rows, type Sql } from "./store";

/**
 * Whether an answer only ends its run well: nobody waits for the run, and no more than results of steps come with it. So ends
 * almost every run, and that is made durable in one statement, for many runs at once.
 */
export const endsRunWell = ({ task, outcome }: Answer): boolean =>
	outcome.kind === "completed" && !task.invoked && outcome.found.every(({ kind }) => kind === "result");

/** Ends runs well, as far as this instance still has the lease and the run still runs. The run is locked before the rest. */
export async function completeRuns(sql: Sql, instance: number, answers: readonly Answer[]): Promise<void> {
	if (answers.length === 0) return;
	const given = answers.map(({ task, outcome }) => ({
		task: task.id,
		run: task.runId,
		output: outcome.kind === "completed" ? outcome.output : null,
	}));
	await repeated(
		() => sql`
			with given as (
				select * from jsonb_to_recordset(${rows(given)}::text::jsonb) as x (task bigint, run uuid, output jsonb)
			), locked as (
				select id from engine.runs where id = any(${given.map(({ run }) => run)}::uuid[]) and status = 'running'
				order by id for no key update
			), held as (
				select t.id, t.run_id from locked join engine.tasks t on t.run_id = locked.id join given on given.task = t.id
				where t.leased_by = ${instance} order by t.id for update of t
			), kept as (
				insert into engine.steps (run_id, step_id, name, result)
				select "runId", "stepId", name, result
				from jsonb_to_recordset(${rows(answers.flatMap(stepsOf))}::text::jsonb)
					as x ("runId" uuid, "stepId" text, name text, result jsonb)
				where "runId" in (select run_id from held) on conflict do nothing
			), ended as (
				update engine.runs r set status = 'completed', output = given.output, ended_at = now()
				from held join given on given.task = held.id where r.id = held.run_id
			), called as (
				delete from engine.tasks where run_id in (select run_id from held)
			)
			delete from engine.waits where run_id in (select run_id from held)`,
	);
}
