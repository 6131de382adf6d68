import { internalEvents } from "inngest";
import { systemNow } from "@/server/kernel/clock";
import type { EngineEvent, Registry } from "./registry";
import { startRuns } from "./start-runs";
import { callAgain, rows, storeSteps, type Tx } from "./store";

export type Ended = { runId: string; status: "completed" | "failed" | "cancelled"; output: unknown };

type EndedRow = {
	id: string;
	function_id: string;
	event: EngineEvent;
	parent_run_id: string | null;
	parent_step_id: string | null;
};

/**
 * Ends runs: what they still waited for and would have called is dropped, the run that invoked one goes on, and what is to
 * happen after a failure starts. A run that has ended already stays as it is.
 */
export async function finishRuns(tx: Tx, registry: Registry, endings: readonly Ended[]): Promise<void> {
	if (endings.length === 0) return;
	const ended = await tx<EndedRow[]>`
		update engine.runs r set status = x.status, output = x.output, ended_at = now()
		from jsonb_to_recordset(${rows(endings)}::text::jsonb) as x ("runId" uuid, status text, output jsonb)
		where r.id = x."runId" and r.status = 'running'
		returning r.id, r.function_id, r.event, r.parent_run_id, r.parent_step_id`;
	const ids = ended.map(({ id }) => id);
	await Promise.all([
		tx`delete from engine.tasks where run_id = any(${ids}::uuid[])`,
		tx`delete from engine.waits where run_id = any(${ids}::uuid[])`,
	]);
	const endingOf = new Map(endings.map((ending) => [ending.runId, ending]));
	for (const run of ended) {
		const ending = endingOf.get(run.id);
		if (!ending) continue;
		if (run.parent_run_id && run.parent_step_id) await tellParent(tx, run.parent_run_id, run.parent_step_id, ending);
		if (ending.status === "failed") await afterFailure(tx, registry, run, ending.output);
	}
}

async function tellParent(tx: Tx, runId: string, stepId: string, { status, output }: Ended): Promise<void> {
	const waited = await tx<{ name: string }[]>`
		delete from engine.waits where run_id = ${runId} and step_id = ${stepId} returning name`;
	const [wait] = waited;
	if (!wait) return;
	const cancelled = { name: "Error", message: "the invoked run was cancelled" };
	await storeSteps(tx, [
		{
			runId,
			stepId,
			name: wait.name,
			result:
				status === "completed"
					? { type: "data", data: output ?? null }
					: { type: "error", error: status === "failed" ? output : cancelled },
		},
	]);
	await callAgain(tx, [runId]);
}

/** Tells of the failure as Inngest does, to whoever listens: `onFailure` is such a function. */
async function afterFailure(tx: Tx, registry: Registry, run: EndedRow, error: unknown): Promise<void> {
	const spec = registry.byId.get(run.function_id);
	const event: EngineEvent = {
		id: `failed:${run.id}`,
		name: internalEvents.FunctionFailed,
		data: { function_id: spec?.address ?? run.function_id, run_id: run.id, error, event: run.event },
		ts: systemNow().getTime(),
	};
	await startRuns(
		tx,
		registry.startedBy(event).map((started) => ({ ...started, event })),
	);
}
