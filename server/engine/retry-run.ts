import { sql } from "drizzle-orm";
import type { z } from "zod";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { demandStaff } from "../events/access";
import { engineRefusals, type retryInput } from "./contracts";
import { houseRegistry } from "./house";
import type { Registry } from "./registry";
import { cancelsOf } from "./start-runs";
import { ENGINE_CHANNEL, rows } from "./store";

type RunRow = {
	status: string;
	function_id: string;
	event: { id: string; name: string; data: Record<string, unknown> };
};

/**
 * Has a run that failed go on from where it failed: steps that gave something are not run again. A run that waits for its next
 * attempt makes it now. By an admin, with a reason, on record.
 */
export async function retryRun(ctx: Ctx, input: z.output<typeof retryInput>, registry = houseRegistry): Promise<void> {
	demandStaff(ctx.actor, "admin");
	await withTransaction(ctx, async (tx) => {
		const [run] = await tx.db.execute<RunRow>(sql`
			select status, function_id, event from engine.runs where id = ${input.id} for no key update`);
		if (!run) throw commonRefusals.because("not_found");
		if (run.status === "failed") await reopen(tx, input.id, run, await registry());
		else if (run.status !== "running" || !(await hurry(tx, input.id))) throw engineRefusals.because("nothing_to_retry");
		await audit(tx, {
			action: "engine.retry-run",
			subject: `run:${input.id}`,
			before: { status: run.status, function: run.function_id, event: run.event.id },
			reason: input.reason,
		});
		await tx.db.execute(sql`select pg_notify(${ENGINE_CHANNEL}, '')`);
	});
}

async function reopen(tx: TxCtx, id: string, run: RunRow, { byId }: Registry): Promise<void> {
	const spec = byId.get(run.function_id);
	if (!spec) throw engineRefusals.because("unknown_function", { name: run.function_id });
	const now = tx.clock.now();
	await tx.db.execute(sql`delete from engine.steps where run_id = ${id} and result->>'type' = 'error'`);
	await tx.db.execute(sql`
		update engine.runs set status = 'running', output = null, ended_at = null where id = ${id}`);
	await tx.db.execute(sql`
		insert into engine.tasks (run_id, function_id, step, concurrency_key, concurrency_limit)
		select id, function_id, 'step', concurrency_key, concurrency_limit from engine.runs where id = ${id}`);
	const cancels = cancelsOf({ spec, event: { ts: 0, ...run.event } }, now);
	await tx.db.execute(sql`
		insert into engine.waits (run_id, step_id, kind, name, event_name, match, expression, until)
		select ${id}, c.step_id, 'cancel', c.event_name, c.event_name, c.match, c.expression, c.until
		from jsonb_to_recordset(${rows(cancels)}::text::jsonb) as c (
			step_id text, event_name text, match text, expression text, until timestamptz)
		on conflict do nothing`);
}

/** Whether there was an attempt to bring forward. */
async function hurry(tx: TxCtx, id: string): Promise<boolean> {
	const brought = await tx.db.execute(sql`
		update engine.tasks set due_at = now()
		where run_id = ${id} and leased_by is null and due_at > now() and attempt > 0 returning id`);
	return brought.length > 0;
}
