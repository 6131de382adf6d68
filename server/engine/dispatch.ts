import type { ActorRef } from "@/server/kernel/actor";
import { catalog } from "../events/catalog";
import type { EngineEvent, Registry } from "./registry";
import { startRuns } from "./start-runs";
import { type Sql, type Tx, transaction } from "./store";
import { resolveWaits } from "./waits";

/** A row of the outbox, as far as it is delivered. */
export type OutboxRow = {
	sequence: string;
	id: string;
	name: string;
	version: string;
	data: Record<string, unknown>;
	actor: ActorRef;
	subjects: string[];
	cause: string | null;
	occurred_at: Date;
	recorded_at: Date;
};

/** How many events are turned into runs in one transaction. */
const BATCH = 200;

/**
 * Turns new events into runs, gives them to the runs that wait for them, and cancels those that they cancel. Says how many
 * there were; several instances take different ones.
 */
export function dispatchEvents(sql: Sql, registry: Registry): Promise<number> {
	return transaction(sql, async (tx) => {
		const taken = await tx<OutboxRow[]>`
			select sequence, id, name, version, data, actor, subjects, cause, occurred_at, recorded_at
			from events.outbox where dispatched_at is null
			order by sequence limit ${BATCH} for update skip locked`;
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

/**
 * An event as functions get it, from whichever engine. What is in the catalogue carries its envelope; what a function sent by
 * itself is as it sent it.
 */
export const delivered = (row: OutboxRow): EngineEvent => ({
	id: row.id,
	name: row.name,
	data: catalog.has(row.name)
		? {
				...row.data,
				envelope: { actor: row.actor, subjects: row.subjects, cause: row.cause, at: row.occurred_at.toISOString() },
			}
		: row.data,
	ts: row.recorded_at.getTime(),
	v: row.version,
});
