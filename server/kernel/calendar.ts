import { Temporal } from "temporal-polyfill";

// Apart, so that browsers need no Temporal for it.
export { businessDate } from "./business-date";

/** A wall-clock moment of the week or month in the business time zone, `HH:MM`. */
export type TimeOfDay = string;

export type WeeklyCutoff = { timeZone: string /** 1 is Monday, 7 is Sunday. */; weekday: number; time: TimeOfDay };
export type MonthlyCutoff = { timeZone: string; time: TimeOfDay };

/** A span of time: `from` belongs to it, `to` does not. */
export type Period = { from: Date; to: Date };

const zoned = (instant: Date, timeZone: string) =>
	Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

const instantOf = (date: Temporal.PlainDate, time: TimeOfDay, timeZone: string): Date =>
	new Date(date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);

/** The instant of a wall-clock date and time in a zone. A time that a DST gap skips is moved behind the gap; a doubled one is the earlier. */
export const instantAt = (date: string, time: TimeOfDay, timeZone: string): Date =>
	instantOf(Temporal.PlainDate.from(date), time, timeZone);

/** Whether a wall-clock time exists on that date in that zone (false within a DST gap). */
export function wallTimeExists(date: string, time: TimeOfDay, timeZone: string): boolean {
	const asked = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
	return asked.toZonedDateTime(timeZone).toPlainDateTime().equals(asked);
}

/** ISO weekday (1 Monday to 7 Sunday) and `HH:MM` of an instant in a zone. */
export function wallClock(instant: Date, timeZone: string): { date: string; weekday: number; time: TimeOfDay } {
	const local = zoned(instant, timeZone);
	return {
		date: local.toPlainDate().toString(),
		weekday: local.dayOfWeek,
		time: local.toPlainTime().toString({ smallestUnit: "minute" }),
	};
}

/** The date so many calendar days after (or, negative, before) another, both as `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** The same wall-clock time so many calendar days later in a time zone. */
export const daysLater = (instant: Date, days: number, timeZone: string): Date =>
	new Date(zoned(instant, timeZone).add({ days }).epochMilliseconds);

/** How many calendar days lie between two dates, both as `YYYY-MM-DD`; negative when the second is the earlier. */
export const daysBetween = (from: string, to: string): number =>
	Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** The first weekly cut-off strictly after an instant. */
export function nextWeeklyCutoff(instant: Date, cutoff: WeeklyCutoff): Date {
	const today = zoned(instant, cutoff.timeZone).toPlainDate();
	const ahead = (cutoff.weekday - today.dayOfWeek + 7) % 7;
	const candidate = instantOf(today.add({ days: ahead }), cutoff.time, cutoff.timeZone);
	return candidate > instant ? candidate : instantOf(today.add({ days: ahead + 7 }), cutoff.time, cutoff.timeZone);
}

/** The week, between two cut-offs, that an instant belongs to. An instant at a cut-off belongs to the week that begins there. */
export function weekOf(instant: Date, cutoff: WeeklyCutoff): Period {
	const to = nextWeeklyCutoff(instant, cutoff);
	const start = zoned(to, cutoff.timeZone).toPlainDate().subtract({ days: 7 });
	return { from: instantOf(start, cutoff.time, cutoff.timeZone), to };
}

/** The first monthly cut-off, on the last day of a month, strictly after an instant. */
export function nextMonthlyCutoff(instant: Date, cutoff: MonthlyCutoff): Date {
	const month = zoned(instant, cutoff.timeZone).toPlainDate().toPlainYearMonth();
	const candidate = monthEnd(month, cutoff);
	return candidate > instant ? candidate : monthEnd(month.add({ months: 1 }), cutoff);
}

/** The month, between two cut-offs, that an instant belongs to. */
export function monthOf(instant: Date, cutoff: MonthlyCutoff): Period {
	const to = nextMonthlyCutoff(instant, cutoff);
	const month = zoned(to, cutoff.timeZone).toPlainDate().toPlainYearMonth();
	return { from: monthEnd(month.subtract({ months: 1 }), cutoff), to };
}

const monthEnd = (month: Temporal.PlainYearMonth, cutoff: MonthlyCutoff): Date =>
	instantOf(month.toPlainDate({ day: month.daysInMonth }), cutoff.time, cutoff.timeZone);

/** The calendar day, from midnight to midnight in a time zone, that an instant belongs to. */
export function dayOf(instant: Date, timeZone: string): Period {
	const today = zoned(instant, timeZone).toPlainDate();
	return { from: midnight(today, timeZone), to: midnight(today.add({ days: 1 }), timeZone) };
}

export type CalendarWeek = Period & { /** The date of its Monday. */ monday: string };

/** Calendar weeks, Monday to Sunday in a time zone: the one that an instant belongs to as the last, and those before it. */
export function calendarWeeks(instant: Date, timeZone: string, count: number): CalendarWeek[] {
	const today = zoned(instant, timeZone).toPlainDate();
	const monday = today.subtract({ days: today.dayOfWeek - 1 });
	return Array.from({ length: count }, (_, index) => {
		const begins = monday.subtract({ weeks: count - 1 - index });
		return {
			...{ from: midnight(begins, timeZone), to: midnight(begins.add({ weeks: 1 }), timeZone) },
			monday: begins.toString(),
		};
	});
}

const midnight = (date: Temporal.PlainDate, timeZone: string): Date => instantOf(date, "00:00", timeZone);
