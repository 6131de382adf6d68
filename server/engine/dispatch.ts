import { delivered, type OutboxRow } from "../events/delivered";
import type { EngineEvent, Registry } from "./registry";
import { startRuns } from "./start-runs";
import { type Sql, type Tx, transaction } from "./store";
import { resolveWaits } from "./waits";

/** How many events are turned into runs in one transaction. */
export const DISPATCH_BATCH = 200;

/**
 * Turns new events into runs, gives them to the runs that wait for them, and cancels those that they cancel. Says how many
 * there were; several instances take different ones.
 */
export function dispatchEvents(sql: Sql, registry: Registry): Promise<number> {
	return transaction(sql, async (tx) => {
		const taken = await tx<OutboxRow[]>`
			select sequence, id, name, version, data, actor, subjects, cause, occurred_at, recorded_at
			from events.outbox where dispatched_at is null
			order by sequence limit ${DISPATCH_BATCH} for update skip locked`;
		if (taken.length === 0) return 0;
		await deliver(tx, registry, taken.map(delivered));
		await tx`
			update events.outbox set dispatched_at = now()
			where sequence = any(${taken.map(({ sequence }) => sequence)}::bigint[])`;
		return taken.length;
	});
}

async function deliver(tx: Tx, registry: Registry, events: readonly EngineEvent[]): Promise<void> {
	await resolveWaits(tx, registry, events);
	await startRuns(
		tx,
		events.flatMap((event) => registry.startedBy(event).map((started) => ({ ...started, event }))),
	);
}
