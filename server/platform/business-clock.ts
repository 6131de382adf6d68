import { eq, type SQL, sql } from "drizzle-orm";
import { database, listeningSql } from "@/db/client";
import { businessClock as table } from "@/db/schema/platform";
import { type Clock, offsetClock } from "@/server/kernel/clock";
import { perProcess } from "@/server/kernel/per-process";
import { log } from "./log";

export const BUSINESS_CLOCK_CHANNEL = "business_clock";
const state = perProcess("business-clock", (): { offsetMs: number; listening?: Promise<void> } => ({ offsetMs: 0 }));

/** Business time of this installation: the machine's time plus what the time machine has added. */
export const businessClock: Clock = offsetClock(() => state.offsetMs);

/** Reads the offset and follows its changes, made by whichever instance. To be awaited once at start. */
export function followBusinessClock(): Promise<void> {
	state.listening ??= listeningSql()
		.listen(BUSINESS_CLOCK_CHANNEL, setOffset, () => void readAgain())
		.then(readOffset);
	return state.listening;
}

const setOffset = (milliseconds: string): void => {
	state.offsetMs = Number(milliseconds);
};

const AGAIN_MS = 200;

/** Whenever the connection is back, for in between nobody was heard. It may get lost again meanwhile: then until it holds. */
async function readAgain(): Promise<void> {
	try {
		await readOffset();
	} catch (error) {
		log.warn({ err: error }, "the business clock was not read, and is read again");
		setTimeout(() => void readAgain(), AGAIN_MS).unref();
	}
}

async function readOffset(): Promise<void> {
	const [row] = await database().select().from(table).where(eq(table.id, 1));
	state.offsetMs = row?.offsetMs ?? 0;
}

/**
 * Moves business time ahead to an instant, for every instance. Time never goes back: an earlier instant does nothing.
 * The database's own `platform.business_now()` follows in the same moment.
 */
export const moveBusinessTimeTo = (instant: Date): Promise<void> => {
	const ahead = aheadOfSystemTime(instant);
	return writeOffset(sql`greatest(0, ${ahead})`, sql`greatest(${table.offsetMs}, ${ahead})`);
};

/** Lets a new installation's business time begin in the past. Where time has been moved before, this does nothing. */
export const beginBusinessTimeAt = (instant: Date): Promise<void> =>
	writeOffset(aheadOfSystemTime(instant), sql`${table.offsetMs}`);

/** Not a part of a millisecond less: what is due at the instant is due then. */
const aheadOfSystemTime = (instant: Date): SQL =>
	sql`ceil(extract(epoch from ${instant.toISOString()}::timestamptz - now()) * 1000)::bigint`;

async function writeOffset(first: SQL, later: SQL): Promise<void> {
	await database().transaction(async (tx) => {
		const [row] = await tx
			.insert(table)
			.values({ id: 1, offsetMs: first })
			.onConflictDoUpdate({ target: table.id, set: { offsetMs: later } })
			.returning();
		state.offsetMs = row?.offsetMs ?? state.offsetMs;
		await tx.execute(sql`select pg_notify(${BUSINESS_CLOCK_CHANNEL}, ${String(state.offsetMs)})`);
	});
}
