import type { ActorRef } from "@/server/kernel/actor";
import { catalog } from "./catalog";
import type { Envelope } from "./catalog/_define";

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
	replay_of: string | null;
};

/** An event as background functions get it, from whichever engine. `ts` is the system's time of recording. */
export type DeliveredEvent = { id: string; name: string; data: Record<string, unknown>; ts: number; v: string };

/** What is in the catalogue carries its envelope; what a function sent by itself is as it sent it. */
export const delivered = (row: OutboxRow): DeliveredEvent => ({
	id: row.id,
	name: row.name,
	data: catalog.has(row.name) ? { ...row.data, envelope: envelopeOf(row) } : row.data,
	ts: row.recorded_at.getTime(),
	v: row.version,
});

const envelopeOf = ({ actor, subjects, cause, occurred_at, replay_of }: OutboxRow): Envelope => ({
	actor,
	subjects,
	cause,
	at: occurred_at.toISOString(),
	...(replay_of !== null && { replayOf: replay_of }),
});
