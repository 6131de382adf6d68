import type { DayRange, WeeklySpan } from "@/server/kernel/weekly-hours";

/** Three stretches a day are plenty: before noon, after noon, at night. */
export const MOST_SPANS = 21;
/** How long one may be off at a stretch, and how many stretches lie ahead. */
const MOST_DAYS = 366;
export const MOST_RANGES = 50;

export const hoursOverlap = (hours: readonly WeeklySpan[]): boolean =>
	hours.some((span, index) =>
		hours
			.slice(index + 1)
			.some((other) => other.weekday === span.weekday && other.from < span.to && span.from < other.to),
	);

/** In the order of the week, as they are kept and told. */
export const inOrder = (hours: readonly WeeklySpan[]): WeeklySpan[] =>
	[...hours].sort((one, other) => one.weekday - other.weekday || (one.from < other.from ? -1 : 1));

export const overlapsDaysOff = (taken: readonly DayRange[], { first, last }: DayRange): boolean =>
	taken.some((other) => other.first <= last && first <= other.last);

export const isTooLong = ({ first, last }: DayRange): boolean =>
	Date.parse(last) - Date.parse(first) >= days(MOST_DAYS);

const days = (count: number) => count * 86_400_000;

/** Yesterday can't be taken off any more. */
export const isPast = ({ first }: DayRange, today: string): boolean => first < today;
