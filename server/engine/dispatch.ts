import { log } from "@/server/platform/log";
import { type DeliveredEvent, delivered, type OutboxRow } from "../events/delivered";
import type { Registry } from "./registry";
import { startRuns } from "./start-runs";
import { isBroken, type Sql, type Tx, transaction } from "./store";
import { resolveWaits } from "./waits";

/** How many events are turned into runs in one transaction. */
export const DISPATCH_BATCH = 200;

/** How long an event that could not be dispatched is left alone. */
const LEFT_ALONE = "1 minute";

/**
 * Turns new events into runs, gives them to the runs that wait for them, and cancels those that they cancel. Says how many
 * there were; several instances take different ones. An event that can't be dispatched does not hold up the others.
 */
export async function dispatchEvents(sql: Sql, registry: Registry): Promise<number> {
	try {
		return await transaction(sql, (tx) => dispatch(tx, registry, DISPATCH_BATCH));
	} catch (error) {
		if (isBroken(error)) throw error;
		return dispatchOneByOne(sql, registry);
	}
}

async function dispatch(tx: Tx, registry: Registry, most: number): Promise<number> {
	const taken = await take(tx, most);
	if (taken.length === 0) return 0;
	await deliver(tx, registry, taken.map(delivered));
	await markDispatched(tx, taken);
	return taken.length;
}

const take = (tx: Tx, most: number) =>
	tx<OutboxRow[]>`
		select sequence, id, name, version, data, actor, subjects, cause, occurred_at, recorded_at, replay_of
		from events.outbox where dispatched_at is null and (relayed_until is null or relayed_until < now())
		order by sequence limit ${most} for update skip locked`;

const markDispatched = (tx: Tx, taken: readonly OutboxRow[]) =>
	tx`
		update events.outbox set dispatched_at = now()
		where sequence = any(${taken.map(({ sequence }) => sequence)}::bigint[])`;

async function deliver(tx: Tx, registry: Registry, events: readonly DeliveredEvent[]): Promise<void> {
	await resolveWaits(tx, registry, events);
	await startRuns(
		tx,
		events.flatMap((event) => registry.startedBy(event).map((started) => ({ ...started, event }))),
	);
}

async function dispatchOneByOne(sql: Sql, registry: Registry): Promise<number> {
	let count = 0;
	while (count < DISPATCH_BATCH && (await transaction(sql, (tx) => dispatchOne(tx, registry)))) count++;
	return count;
}

async function dispatchOne(tx: Tx, registry: Registry): Promise<boolean> {
	const taken = await take(tx, 1);
	const [row] = taken;
	if (!row) return false;
	try {
		await tx.savepoint((part) => deliver(part, registry, [delivered(row)]));
		await markDispatched(tx, taken);
	} catch (error) {
		if (isBroken(error)) throw error;
		log.error({ eventId: row.id, err: error }, "an event could not be dispatched and is left alone for a while");
		await tx`
			update events.outbox set relayed_until = now() + ${LEFT_ALONE}::interval where sequence = ${row.sequence}`;
	}
	return true;
}
