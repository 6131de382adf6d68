import { businessDate, nextWeeklyCutoff, type WeeklyCutoff, weekOf } from "@/server/kernel/calendar";

/** A week of the books: named by the day of its cut-off in the business time zone. */
export type Week = { day: string; cutoffAt: Date };

/**
 * The week to close now, if one is due: the first after the last one that was closed. Two weeks never end on one day,
 * whatever becomes of the cut-off's hour in between. An installation that has closed none begins with the latest cut-off.
 */
export function dueWeek(last: Week | null, now: Date, cutoff: WeeklyCutoff): Week | null {
	const week = last ? weekAfter(last, cutoff) : named(weekOf(now, cutoff).from, cutoff);
	return week.cutoffAt <= now ? week : null;
}

function weekAfter(last: Week, cutoff: WeeklyCutoff): Week {
	const next = named(nextWeeklyCutoff(last.cutoffAt, cutoff), cutoff);
	return next.day > last.day ? next : named(nextWeeklyCutoff(next.cutoffAt, cutoff), cutoff);
}

const named = (cutoffAt: Date, { timeZone }: WeeklyCutoff): Week => ({
	day: businessDate(cutoffAt, timeZone),
	cutoffAt,
});
