import { z } from "zod";
import { operation } from "./protocol";
import { rows, type Sql } from "./store";

/** Under which lease the SDK hands over results of steps while the call still runs. */
export const leaseName = (taskId: string, instance: number): string => `${taskId}|${instance}`;

const LEASE = /^(\d+)\|(\d+)$/;

const handover = z.object({ run_id: z.string(), qi_id: z.string().regex(LEASE), steps: z.array(operation) });

/**
 * Makes results of steps durable before the function goes on to the next step. Answers false when the lease is another
 * instance's by now, or the run has ended: the call must stop.
 */
export async function keepSteps(sql: Sql, body: unknown): Promise<boolean> {
	const { run_id, qi_id, steps } = handover.parse(body);
	const [, task = "", instance = ""] = LEASE.exec(qi_id) ?? [];
	const results = steps.map(({ id, name, displayName, data }) => ({
		stepId: id,
		name: displayName ?? name ?? id,
		result: { type: "data", data: data ?? null },
	}));
	const held = await sql`
		with held as (
			update engine.tasks set attempt = 0, last_error = null
			where id = ${task} and leased_by = ${Number(instance)} and run_id = ${run_id} returning run_id
		), kept as (
			insert into engine.steps (run_id, step_id, name, result)
			select held.run_id, "stepId", name, result
			from held, jsonb_to_recordset(${rows(results)}::text::jsonb) as x ("stepId" text, name text, result jsonb)
			on conflict do nothing
		)
		select run_id from held`;
	return held.length > 0;
}
