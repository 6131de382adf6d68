import { Cron } from "croner";
import { after, hours } from "@/server/kernel/clock";

const ZONED = /^TZ=(\S+)\s+(.+)$/;

const calendars = new Map<string, Cron>();

/**
 * The calendar of a cycle: five fields, read in the zone of a leading `TZ=<zone>`, else in UTC. Throws when it is none or
 * never comes.
 */
function calendar(expression: string): Cron {
	const known = calendars.get(expression);
	if (known) return known;
	const [, timezone = "UTC", pattern = expression] = ZONED.exec(expression) ?? [];
	const read = new Cron(pattern, { timezone, mode: "5-part", paused: true });
	calendars.set(expression, read);
	return read;
}

/** The first tick strictly after an instant of business time. Throws when the expression is wrong or never comes. */
export function nextTick(expression: string, instant: Date): Date {
	const tick = calendar(expression).nextRun(instant);
	if (!tick) throw new Error(`the cron expression ${JSON.stringify(expression)} never comes`);
	return tick;
}

/** The last tick at or before an instant. */
export function lastTick(expression: string, instant: Date): Date {
	const [tick] = calendar(expression).previousRuns(1, after(instant, 1000));
	return tick && tick <= instant ? tick : (calendar(expression).previousRuns(1, instant)[0] ?? instant);
}

/** Whether a cycle ticks so often (more than once in some hour) that a tick is no event in itself: it looks whether something is due. */
export function onlyLooks(expression: string): boolean {
	const [first, second] = calendar(expression).nextRuns(2, new Date(0));
	return !!first && !!second && second.getTime() - first.getTime() < hours(1);
}

/**
 * The ticks from the first missed one up to now, in order. Each is a period that must run, however long the machine was off.
 * But of ticks less than an hour apart only the newest of each run of them counts: such a cycle looks for what is due,
 * and does not need to look twice at one moment.
 */
export function missedTicks(expression: string, first: Date, now: Date): Date[] {
	const ticks: Date[] = [];
	for (let tick = first; tick <= now; tick = nextTick(expression, tick)) {
		const last = ticks.at(-1);
		if (last && tick.getTime() - last.getTime() < hours(1)) ticks.pop();
		ticks.push(tick);
	}
	return ticks;
}
