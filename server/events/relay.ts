import type postgres from "postgres";
import { listeningSql } from "@/db/client";
import { createBell } from "@/server/platform/bell";
import { log } from "@/server/platform/log";
import { countDispatched } from "@/server/platform/metrics";
import { type DeliveredEvent, delivered, type OutboxRow } from "./delivered";
import { OUTBOX_CHANNEL } from "./publish";

/** Hands events over, each at least once; throws when they were not taken. */
export type Send = (events: DeliveredEvent[]) => Promise<unknown>;

/** Times in milliseconds of system time. */
type Pace = { pollMs: number; batch: number; retryMs: number };

const everyday: Pace = { pollMs: 1000, batch: 100, retryMs: 5000 };

/** While an instance sends, the others leave its events alone for this long. */
const SENDING = "1 minute";

/**
 * Sends every event of the outbox to Inngest, with the outbox id as the event's, so that one sent twice counts once there.
 * Woken by each publish, with a slow look behind it. Any number of instances may relay at once.
 */
export async function startRelay(sql: postgres.Sql, send: Send, pace: Partial<Pace> = {}) {
	const { pollMs, batch, retryMs } = { ...everyday, ...pace };
	const bell = createBell();
	let stopping = false;
	const listener = await listeningSql().listen(OUTBOX_CHANNEL, bell.ring, bell.ring);

	async function loop(): Promise<void> {
		while (!stopping) {
			try {
				const events = await take(sql, batch);
				await relay(sql, events, send, retryMs);
				if (events.length < batch) await bell.sleep(pollMs);
			} catch (error) {
				log.error({ err: error }, "the relay failed and goes on");
				await bell.sleep(pollMs);
			}
		}
	}
	const running = loop();

	return {
		/** Resolves when what is being sent is sent. */
		async stop(): Promise<void> {
			stopping = true;
			bell.ring();
			await running;
			await listener.unlisten();
		},
	};
}

async function take(sql: postgres.Sql, batch: number): Promise<DeliveredEvent[]> {
	const taken = await sql<OutboxRow[]>`
		update events.outbox set relayed_until = now() + ${SENDING}::interval
		where sequence in (
			select sequence from events.outbox
			where dispatched_at is null and (relayed_until is null or relayed_until < now())
			order by sequence limit ${batch} for update skip locked)
		returning sequence, id, name, version, data, actor, subjects, cause, occurred_at, recorded_at, replay_of`;
	return [...taken].sort((a, b) => Number(a.sequence) - Number(b.sequence)).map(delivered);
}

/** One event that Inngest does not take must not hold up the others of its batch, so then each is sent alone. */
async function relay(sql: postgres.Sql, events: DeliveredEvent[], send: Send, retryMs: number): Promise<void> {
	if (events.length === 0) return;
	try {
		await send(events);
		await markSent(sql, events);
		countDispatched(events.length);
	} catch (error) {
		if (events.length > 1) {
			for (const event of events) await relay(sql, [event], send, retryMs);
			return;
		}
		log.error({ err: error, eventId: events[0]?.id }, "an event could not be sent and is sent again later");
		await sql`
			update events.outbox set relayed_until = now() + ${retryMs} * interval '1 millisecond'
			where id = any(${events.map(({ id }) => id)}::text[])`;
	}
}

const markSent = (sql: postgres.Sql, events: DeliveredEvent[]) =>
	sql`
		update events.outbox set dispatched_at = now(), relayed_until = null
		where id = any(${events.map(({ id }) => id)}::text[])`;
