import { systemNow } from "@/server/kernel/clock";
import { type Answer, stepsOf } from "./answers";
import type { ClaimedTask } from "./claim";
import { completeRuns, endsRunWell } from "./complete-runs";
import { instantOf } from "./durations";
import { matchKey, parseExpression } from "./expressions";
import { type Ended, finishRuns } from "./finish-runs";
import type { Found } from "./protocol";
import type { EngineEvent, Registry } from "./registry";
import { type NewRun, startRuns } from "./start-runs";
import { businessNow, callAgain, lockRuns, rows, type Sql, storeSteps, type Tx, transaction } from "./store";

type Held = Answer & { repeat: boolean; parallel: boolean };

/**
 * Makes the answers of calls durable. An answer whose lease is no longer this instance's, or whose run
 * has ended, is void: whoever has the lease now makes the call again.
 */
export async function commitAnswers(
	sql: Sql,
	registry: Registry,
	instance: number,
	answers: readonly Answer[],
): Promise<void> {
	await Promise.all([
		completeRuns(sql, instance, answers.filter(endsRunWell)),
		commitOthers(
			sql,
			registry,
			instance,
			answers.filter((answer) => !endsRunWell(answer)),
		),
	]);
}

async function commitOthers(sql: Sql, registry: Registry, instance: number, answers: readonly Answer[]): Promise<void> {
	if (answers.length === 0) return;
	await transaction(sql, async (tx) => {
		const running = await lockRuns(
			tx,
			answers.map(({ task }) => task.runId),
		);
		const leased = await tx<{ id: string; repeat: boolean }[]>`
			select id, repeat from engine.tasks
			where id = any(${answers.map(({ task }) => task.id)}::bigint[]) and leased_by = ${instance}
			order by id for update`;
		const repeats = new Map(leased.map(({ id, repeat }) => [id, repeat]));
		const held = answers.flatMap((answer): Held[] => {
			const run = running.get(answer.task.runId);
			const repeat = repeats.get(answer.task.id);
			return run && repeat !== undefined ? [{ ...answer, repeat, parallel: run.parallel }] : [];
		});
		if (held.length > 0) await apply(tx, registry, held);
	});
}

async function apply(tx: Tx, registry: Registry, held: readonly Held[]): Promise<void> {
	const retried = held.filter(({ outcome }) => outcome.kind === "retry");
	const done = held.filter(({ outcome }) => outcome.kind !== "retry");
	await retryLater(tx, retried);
	await tx`delete from engine.tasks where id = any(${done.map(({ task }) => task.id)}::bigint[])`;
	await storeSteps(tx, held.flatMap(stepsOf));
	for (const answer of done) {
		if (answer.outcome.kind === "found") await applyFound(tx, registry, answer, answer.outcome.found);
	}
	await callAgain(
		tx,
		done.filter(goesOn).map(({ task }) => task.runId),
	);
	await finishRuns(tx, registry, done.flatMap(endingOf));
}

async function retryLater(tx: Tx, retried: readonly Held[]): Promise<void> {
	if (retried.length === 0) return;
	const given = retried.map(({ task, retryMs, outcome }) => ({
		id: task.id,
		ms: retryMs,
		error: JSON.stringify(outcome.kind === "retry" ? outcome.error : null),
	}));
	await tx`
		update engine.tasks t set attempt = attempt + 1, leased_by = null, last_error = x.error,
			due_at = now() + case when t.repeat then 0 else x.ms end * interval '1 millisecond'
		from jsonb_to_recordset(${rows(given)}::text::jsonb) as x (id bigint, ms float, error text)
		where t.id = x.id`;
}

/** Whether the run is to be called as a whole once more: a step has ended, or something came in meanwhile. */
const goesOn = (answer: Held): boolean =>
	answer.outcome.kind === "found" &&
	(answer.repeat || answer.outcome.found.some(({ kind }) => kind === "result" || kind === "again"));

function endingOf({ task, outcome }: Held): Ended[] {
	if (outcome.kind === "completed") return [{ runId: task.runId, status: "completed", output: outcome.output }];
	if (outcome.kind === "failed") return [{ runId: task.runId, status: "failed", output: outcome.error }];
	return [];
}

async function applyFound(tx: Tx, registry: Registry, { task, parallel }: Held, all: readonly Found[]): Promise<void> {
	if (all.length > 1 && !parallel) await tx`update engine.runs set parallel = true where id = ${task.runId}`;
	const waiting = all.filter(({ kind }) => kind === "sleep" || kind === "event" || kind === "invoke");
	const now = waiting.length > 0 ? await businessNow(tx) : null;
	for (const one of all) {
		if (one.kind === "planned") await plan(tx, task.runId, one.stepId);
		else if (now && one.kind !== "result" && one.kind !== "again") await wait(tx, registry, task, one, now);
	}
}

/** A discovery that began earlier may tell of a step that has ended since, so only what has no result is planned. */
async function plan(tx: Tx, runId: string, stepId: string): Promise<void> {
	await tx`
		insert into engine.tasks (run_id, function_id, step, concurrency_key, concurrency_limit)
		select id, function_id, ${stepId}, concurrency_key, concurrency_limit from engine.runs
		where id = ${runId} and not exists (select from engine.steps where run_id = ${runId} and step_id = ${stepId})
		on conflict do nothing`;
}

type Waiting = Extract<Found, { kind: "sleep" | "event" | "invoke" }>;

async function wait(tx: Tx, registry: Registry, task: ClaimedTask, found: Waiting, now: Date): Promise<void> {
	const condition = found.kind === "event" && found.if !== null ? parseExpression(found.if) : null;
	const time = found.kind === "sleep" ? found.time : found.timeout;
	const until = time === null ? null : instantOf(time, now);
	const [waits] = await tx`
		insert into engine.waits (run_id, step_id, kind, name, event_name, match, expression, until)
		select ${task.runId}::uuid, ${found.stepId}, ${found.kind}, ${found.name},
			${found.kind === "event" ? found.event : null}::text, ${matchKey(condition, task.event)},
			${condition?.source ?? null}::text, ${until}::timestamptz
		where not exists (select from engine.steps where run_id = ${task.runId} and step_id = ${found.stepId})
		on conflict do nothing returning run_id`;
	if (waits && found.kind === "invoke") await invoke(tx, registry, task, found);
}

async function invoke(
	tx: Tx,
	registry: Registry,
	{ runId }: ClaimedTask,
	{ stepId, name, address, payload }: Extract<Found, { kind: "invoke" }>,
): Promise<void> {
	const spec = registry.byAddress.get(address);
	if (!spec) {
		const error = { name: "Error", message: `there is no function ${address}` };
		await tx`delete from engine.waits where run_id = ${runId} and step_id = ${stepId}`;
		await storeSteps(tx, [{ runId, stepId, name, result: { type: "error", error } }]);
		return callAgain(tx, [runId]);
	}
	const key = `invoke:${runId}:${stepId}`;
	const event: EngineEvent = {
		data: {},
		...(payload as object),
		id: key,
		name: "inngest/function.invoked",
		ts: systemNow().getTime(),
	};
	const run: NewRun = { spec, event, key, parent: { runId, stepId } };
	await startRuns(tx, [run]);
}
