import { listeningSql, rawSql } from "@/db/client";
import { perProcess } from "@/server/kernel/per-process";
import type { Audience } from "./live";
import { LIVE_CHANNEL } from "./live";
import { log } from "./log";

export type LiveChange = { context: string; subject: string };
/** Changes up to a snapshot of the database. Whoever has seen a cursor has seen every transaction that it sees. */
export type LiveBatch = { cursor: string; changes: LiveChange[] };

type Subscriber = { audiences: ReadonlySet<string>; receive: (batch: LiveBatch) => void };
type Row = { context: string; subject: string; audiences: string[] };

const CURSOR = /^\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20})*)?$/;
const LONGEST_CURSOR = 4000;
const RETENTION = "1 day";
const PRUNE_EVERY_MS = 600_000;
/** Whoever has missed more asks for everything anew, which is less work than so many single things. */
const MOST_MISSED = 500;
const INVALID_TEXT = "22P02";

/** Whether a browser's cursor has the form of one. */
export const isCursor = (text: string): boolean => text.length <= LONGEST_CURSOR && CURSOR.test(text);

/**
 * What a cursor has not seen, or null when everything has to be asked for again: the cursor is so old that the changes since are
 * no longer kept, it has missed very many, or it is none of this database's. Late commits of earlier transactions are included,
 * for a cursor is a snapshot and not a number.
 */
export async function changesSince(cursor: string, audiences: readonly Audience[]): Promise<LiveBatch | null> {
	if (!(await isKnown(cursor))) return null;
	const [missed] = await rawSql()<{ now: string; changes: LiveChange[] }[]>`
		select pg_current_snapshot()::text as now, coalesce((
			select jsonb_agg(jsonb_build_object('context', context, 'subject', subject) order by id) from (
				select id, context, subject from platform.live_changes
				where transaction >= pg_snapshot_xmin(${cursor}::pg_snapshot)
					and not pg_visible_in_snapshot(transaction, ${cursor}::pg_snapshot)
					and audiences && ${[...audiences]}::text[]
				order by id limit ${MOST_MISSED + 1}) missed
		), '[]'::jsonb) as changes`;
	if (!missed || missed.changes.length > MOST_MISSED) return null;
	return { cursor: missed.now, changes: missed.changes };
}

/** Whether the cursor is a moment of this database, since which all changes are kept. A browser may send whatever it likes. */
async function isKnown(cursor: string): Promise<boolean> {
	try {
		const [row] = await rawSql()<{ known: boolean }[]>`
			select pg_snapshot_xmax(${cursor}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
				and not exists (select from platform.live_retention
					where id = 1 and pg_snapshot_xmin(${cursor}::pg_snapshot) <= pruned_before) as known`;
		return row?.known ?? false;
	} catch (error) {
		if ((error as { code?: string }).code === INVALID_TEXT) return false;
		throw error;
	}
}

/** Every instance listens once and passes on to the streams that it serves. */
class LiveHub {
	private subscribers = new Set<Subscriber>();
	private cursor: string | undefined;
	private started: Promise<void> | undefined;
	private reading = false;
	private again = false;

	/** Begins to receive what concerns these audiences; answers the cursor from which on, and how to stop. */
	async subscribe(audiences: readonly Audience[], receive: Subscriber["receive"]) {
		this.started ??= this.start();
		await this.started;
		const subscriber = { audiences: new Set<string>(audiences), receive };
		this.subscribers.add(subscriber);
		return { cursor: this.cursor ?? "", stop: () => void this.subscribers.delete(subscriber) };
	}

	private async start(): Promise<void> {
		this.cursor = await currentCursor();
		// A connection that broke has missed notifications: once it listens again, look.
		await listeningSql().listen(
			LIVE_CHANNEL,
			() => void this.wake(),
			() => void this.wake(),
		);
		setInterval(
			() => void prune().catch((error) => log.warn({ err: error }, "live changes not pruned")),
			PRUNE_EVERY_MS,
		).unref();
	}

	/** Reads what is new. A notification that comes while reading makes it read once more. */
	private async wake(): Promise<void> {
		this.again = true;
		if (this.reading) return;
		this.reading = true;
		try {
			while (this.again) {
				this.again = false;
				await this.passOn();
			}
		} catch (error) {
			log.warn({ err: error }, "live changes not read; the next notification tries again");
		} finally {
			this.reading = false;
		}
	}

	private async passOn(): Promise<void> {
		if (this.cursor === undefined) return;
		const { now, rows } = await read(this.cursor);
		this.cursor = now;
		for (const { audiences, receive } of this.subscribers) {
			const changes = rows.filter((row) => concerns(row, audiences));
			if (changes.length > 0) receive({ cursor: now, changes });
		}
	}
}

export const liveHub = (): LiveHub => perProcess("live-hub", () => new LiveHub());

const concerns = (row: Row, audiences: ReadonlySet<string>): boolean =>
	row.audiences.some((audience) => audiences.has(audience));

/** One statement, so that the rows and the new cursor belong to one snapshot. */
async function read(cursor: string): Promise<{ now: string; rows: Row[] }> {
	const [result] = await rawSql()<{ now: string; rows: Row[] }[]>`
		select pg_current_snapshot()::text as now, coalesce((
			select jsonb_agg(jsonb_build_object('context', context, 'subject', subject, 'audiences', audiences) order by id)
			from platform.live_changes
			where transaction >= pg_snapshot_xmin(${cursor}::pg_snapshot)
				and not pg_visible_in_snapshot(transaction, ${cursor}::pg_snapshot)
		), '[]'::jsonb) as rows`;
	return result ?? { now: cursor, rows: [] };
}

async function currentCursor(): Promise<string> {
	const [row] = await rawSql()<{ now: string }[]>`select pg_current_snapshot()::text as now`;
	return row?.now ?? "";
}

/** Forgets changes that no open page waits for, and remembers from where on they are forgotten. */
export async function prune(): Promise<void> {
	await rawSql()`
		with gone as (
			delete from platform.live_changes where at < now() - ${RETENTION}::interval returning transaction
		)
		insert into platform.live_retention (id, pruned_before)
		select 1, max(transaction) from gone having count(*) > 0
		on conflict (id) do update set pruned_before = greatest(live_retention.pruned_before, excluded.pruned_before)`;
}
