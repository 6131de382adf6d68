import { z } from "zod";
import { perProcess } from "@/server/kernel/per-process";
import { createBatcher } from "./batch";
import { operation } from "./protocol";
import { rows, type Sql, type StoredStep } from "./store";

/**
 * While a call goes on, the SDK hands over the result of each step. A result has to be durable before the next step begins,
 * and is kept with the call's answer when there is no next step: one transaction less for most runs.
 */
const waiting = perProcess("engine-handover", () => new Map<string, StoredStep[]>());

let claims = 0;

/** A name for one lease on one task, under which the SDK hands over. */
export const leaseName = (taskId: string, instance: number): string => `${taskId}|${instance}|${++claims}`;

const given = z.object({ run_id: z.string(), qi_id: z.string(), steps: z.array(operation) });

/** Takes results of steps from the SDK, to be kept before the next step or with the answer. */
export function handOver(body: unknown): void {
	const { run_id, qi_id, steps } = given.parse(body);
	const results = steps.map(
		({ id, name, displayName, data }): StoredStep => ({
			runId: run_id,
			stepId: id,
			name: displayName ?? name ?? id,
			result: { type: "data", data: data ?? null },
		}),
	);
	waiting.set(qi_id, [...(waiting.get(qi_id) ?? []), ...results]);
}

/** The results that are not durable yet, for whoever keeps the call's answer. */
export function takeHandedOver(lease: string | null): StoredStep[] {
	const results = lease === null ? undefined : waiting.get(lease);
	if (!results || lease === null) return [];
	waiting.delete(lease);
	return results;
}

/** The lease has gone to another instance, or the run has ended: the call must stop. */
class LeaseLost extends Error {
	constructor() {
		super("the lease on this call is lost");
		this.name = "LeaseLost";
	}
}

type Kept = { lease: string; steps: StoredStep[]; held?: boolean };

const BATCH = 50;
const batcher = perProcess("engine-keeper", () => new WeakMap<Sql, ReturnType<typeof createKeeper>>());

const createKeeper = (sql: Sql) => createBatcher<Kept>((items) => keep(sql, items), { most: BATCH });

/** Makes what was handed over under a lease durable. To be awaited before the next step begins. Throws LeaseLost. */
export async function keepHandedOver(sql: Sql, lease: string): Promise<void> {
	const steps = takeHandedOver(lease);
	if (steps.length === 0) return;
	const keeper = batcher.get(sql) ?? createKeeper(sql);
	batcher.set(sql, keeper);
	const item: Kept = { lease, steps };
	await keeper.add(item);
	if (!item.held) throw new LeaseLost();
}

async function keep(sql: Sql, items: Kept[]): Promise<void> {
	const leases = items.map(({ lease }) => {
		const [task, instance] = lease.split("|");
		return { lease, task, instance };
	});
	const held = await sql<{ lease: string }[]>`
		with held as (
			select x.lease, t.run_id from jsonb_to_recordset(${rows(leases)}::text::jsonb)
				as x (lease text, task bigint, instance int)
			join engine.tasks t on t.id = x.task and t.leased_by = x.instance
			order by t.id for no key update of t
		), kept as (
			insert into engine.steps (run_id, step_id, name, result)
			select "runId", "stepId", name, result
			from jsonb_to_recordset(${rows(items.flatMap(({ steps }) => steps))}::text::jsonb)
				as x ("runId" uuid, "stepId" text, name text, result jsonb)
			where "runId" in (select run_id from held)
			on conflict do nothing
		)
		select lease from held`;
	const stillHeld = new Set(held.map(({ lease }) => lease));
	for (const item of items) item.held = stillHeld.has(item.lease);
}
