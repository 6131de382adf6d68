import { businessDate, type MonthlyCutoff, monthOf, nextMonthlyCutoff } from "@/server/kernel/calendar";

/** A month of the books: named by the day of its cut-off in the business time zone. */
export type Month = { day: string; cutoffAt: Date };

/**
 * The month to close now, if one is due: the first after the last one that was closed. Two months never end on one day,
 * whatever becomes of the cut-off's hour in between. An installation that has closed none begins with the latest cut-off.
 */
export function dueMonth(last: Month | null, now: Date, cutoff: MonthlyCutoff): Month | null {
	const month = last ? monthAfter(last, cutoff) : named(monthOf(now, cutoff).from, cutoff);
	return month.cutoffAt <= now ? month : null;
}

function monthAfter(last: Month, cutoff: MonthlyCutoff): Month {
	const next = named(nextMonthlyCutoff(last.cutoffAt, cutoff), cutoff);
	return next.day > last.day ? next : named(nextMonthlyCutoff(next.cutoffAt, cutoff), cutoff);
}

const named = (cutoffAt: Date, { timeZone }: MonthlyCutoff): Month => ({
	day: businessDate(cutoffAt, timeZone),
	cutoffAt,
});
