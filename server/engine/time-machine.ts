import { rawSql } from "@/db/client";
import { hours } from "@/server/kernel/clock";
import { beginBusinessTimeAt, moveBusinessTimeTo } from "@/server/platform/business-clock";
import { nextTick, onlyLooks } from "./schedule";
import { businessNow, rows, type Sql } from "./store";

/** What business time will make due next. */
export type Timer = {
	at: Date;
	functionId: string;
	/** The run that sleeps or waits; null for a cycle, whose run is yet to start. */
	runId: string | null;
	/** What the run's event is about, as `order:<id>`, if it tells. */
	subject: string | null;
	/** The step that sleeps or waits, or the cycle's expression. */
	what: string;
};

/** Whose functions to look at: those of some contexts, or of everybody. */
type Of = { of?: readonly string[] };

/**
 * The next due instant of business time, of a sleeper, of somebody's patience or of a cycle; null when there is none. Cycles
 * that only look whether something is due (see schedule.ts) are no news.
 */
export async function nextTimer({ of }: Of = {}): Promise<Timer | null> {
	const sql = rawSql();
	const theirs = of ? sql`and split_part(r.function_id, '/', 1) = any(${[...of]})` : sql``;
	const [waiting] = await sql<Timer[]>`
		select w.until as at, r.function_id as "functionId", r.id as "runId", w.name as what,
			coalesce(r.event #>> '{data,envelope,subjects,0}', null) as subject
		from engine.waits w join engine.runs r on r.id = w.run_id where w.until is not null ${theirs}
		order by w.until limit 1`;
	const cycles = (await cyclesByTime(sql)).filter(({ what }) => !onlyLooks(what));
	return earliest([...cycles, ...(waiting ? [waiting] : [])]);
}

const cyclesByTime = (sql: Sql) => sql<Timer[]>`
	select next_at as at, function_id as "functionId", null as "runId", expression as what, null as subject
	from engine.crons order by next_at`;

const earliest = (timers: Timer[]): Timer | null =>
	timers.reduce<Timer | null>((first, timer) => (first && first.at <= timer.at ? first : timer), null);

/** Where time stops for cycles that only look: given when one ticks next, the first moment from then on that may show it something. */
export type LooksAt = (tick: Date) => Date;

/**
 * Where time that is moved stops next: at the next timer, and for the cycles that only look every hour, unless it is known
 * better. Those are put off until there: time may be moved to anywhere before without their looking for nothing.
 */
export async function nextStop({ looksAt = wholeHour, of }: Of & { looksAt?: LooksAt } = {}): Promise<Timer | null> {
	const [looks, timer] = await Promise.all([putOffLooks(looksAt), nextTimer({ of })]);
	return earliest([...(timer ? [timer] : []), ...looks]);
}

async function putOffLooks(looksAt: LooksAt): Promise<Timer[]> {
	const sql = rawSql();
	const cycles = (await cyclesByTime(sql)).filter(({ what }) => onlyLooks(what));
	const looks = cycles.map((cycle) => ({ ...cycle, at: looksAt(cycle.at), tick: cycle.at }));
	if (looks.some(({ tick, at }) => tick < at)) {
		await sql`
			update engine.crons c set next_at = x.at
			from jsonb_to_recordset(${rows(looks)}::text::jsonb) as x ("functionId" text, what text, at timestamptz)
			where c.function_id = x."functionId" and c.expression = x.what and c.next_at < x.at`;
	}
	return looks;
}

/** The end of a journey: cycles that only look, and were put off on the way, look as often again as they say. */
async function lookAgain(): Promise<void> {
	const sql = rawSql();
	const now = await businessNow(sql);
	const looks = (await cyclesByTime(sql)).filter(({ what }) => onlyLooks(what));
	for (const { functionId, what } of looks) {
		const tick = nextTick(what, now);
		await sql`
			update engine.crons set next_at = ${tick}
			where function_id = ${functionId} and expression = ${what} and next_at > ${tick}`;
	}
}

const wholeHour: LooksAt = (tick) => new Date(Math.ceil(tick.getTime() / hours(1)) * hours(1));

/** The engine did not come to rest. The message says what was still going on. */
export class NotIdle extends Error {
	constructor(readonly stuck: string[]) {
		super(`the engine did not come to rest: ${stuck.join("; ")}`);
		this.name = "NotIdle";
	}
}

type Patience = {
	/** How long to wait altogether, in milliseconds. */
	timeoutMs?: number;
	/** Retries due within this time are waited for; later ones are not, for they may be far. */
	retriesWithinMs?: number;
	/** Whose work is waited for, if not everybody's. What they do not do goes on behind their back. */
	of?: readonly string[];
};

const LOOK_AGAIN_MS = 4;
const LOOK_SELDOM_MS = 10;

/**
 * Resolves when nothing is left to do at this instant of business time, by whichever instance: every event is dispatched,
 * every timer that is due has fired, no call is under way or due, and no retry comes within a few seconds. Throws NotIdle.
 */
export async function idle({ timeoutMs = 60_000, retriesWithinMs = 5000, of }: Patience = {}): Promise<void> {
	const sql = rawSql();
	const end = performance.now() + timeoutMs;
	for (
		let pause = LOOK_AGAIN_MS;
		await isBusy(sql, retriesWithinMs, of);
		pause = Math.min(pause * 1.5, LOOK_SELDOM_MS)
	) {
		if (performance.now() > end) throw new NotIdle(await whatIsBusy(sql));
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}

async function isBusy(sql: Sql, retriesWithinMs: number, of?: readonly string[]): Promise<boolean> {
	const theirs = (id: string) => (of ? sql`and split_part(${sql(id)}, '/', 1) = any(${[...of]})` : sql``);
	const [row] = await sql<{ busy: boolean }[]>`
		select exists (select from events.outbox where dispatched_at is null)
			or exists (select from engine.tasks where leased_by is not null ${theirs("function_id")})
			or exists (select from engine.tasks
				where due_at <= now() + ${retriesWithinMs} * interval '1 millisecond' ${theirs("function_id")})
			or exists (select from engine.waits w join engine.runs r on r.id = w.run_id
				where w.until <= platform.business_now() ${theirs("r.function_id")})
			or exists (select from engine.crons where next_at <= platform.business_now() ${theirs("function_id")}) as busy`;
	return row?.busy ?? false;
}

async function whatIsBusy(sql: Sql): Promise<string[]> {
	const found = await sql<{ what: string }[]>`
		(select 'event ' || name || ' ' || id || ' is not dispatched' as what from events.outbox
			where dispatched_at is null order by sequence limit 5)
		union all
		(select t.function_id || ' (run ' || t.run_id || ', attempt ' || t.attempt
			|| case when t.leased_by is null then ', due ' || t.due_at else ', under way' end
			|| coalesce(', after ' || t.last_error, '') || ')' from engine.tasks t order by t.due_at limit 5)
		union all
		(select 'timer ' || name || ' of run ' || run_id from engine.waits where until <= platform.business_now() limit 5)
		union all
		(select 'cycle ' || function_id from engine.crons where next_at <= platform.business_now() limit 5)`;
	return found.map(({ what }) => what);
}

/**
 * Moves business time ahead to an instant, from timer to timer, each finished before the next, as if the company had lived
 * through it. `onTimer` hears of each before time moves there. Throws NotIdle when something does not finish.
 */
export async function advanceTo(
	instant: Date,
	{ onTimer, looksAt, ...patience }: Patience & { onTimer?: (timer: Timer) => void; looksAt?: LooksAt } = {},
): Promise<void> {
	for (;;) {
		await idle(patience);
		const timer = await nextStop({ looksAt });
		if (!timer || timer.at > instant) break;
		onTimer?.(timer);
		await moveBusinessTimeTo(timer.at);
	}
	await moveBusinessTimeTo(instant);
	await lookAgain();
	await idle(patience);
}

/** Lets a new installation's time begin at an instant of the past: its cycles tick from there on. */
export async function beginTimeAt(instant: Date): Promise<void> {
	await beginBusinessTimeAt(instant);
	const sql = rawSql();
	const now = await businessNow(sql);
	for (const { functionId, what } of await cyclesByTime(sql)) {
		await sql`
			update engine.crons set next_at = ${nextTick(what, now)}
			where function_id = ${functionId} and expression = ${what}`;
	}
}
