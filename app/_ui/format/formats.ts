import {
	type FormatLocale,
	formatCount,
	formatDate,
	formatDateTime,
	formatDayMonth,
	formatDuration,
	formatIsoDay,
	formatMoney,
	formatMonth,
	formatPercent,
	formatRelative,
	formatShortDay,
	formatShortWeekday,
	formatTime,
	formatTimeRange,
	formatWeekday,
} from "@/server/kernel/format";

/** What the house knows for all pages: the sign of money and the business time zone. */
export type Business = { sign: string; timeZone: string };

/** All ways to write things for one person: language, sign and zone are settled. */
export function makeFormats(locale: FormatLocale, { sign, timeZone }: Business) {
	const zoned = { locale, timeZone };
	return {
		timeZone,
		sign,
		money: (amount: bigint, options: { plus?: boolean } = {}) => formatMoney(amount, { locale, sign, ...options }),
		count: (count: number | bigint) => formatCount(count, zoned),
		percent: (percent: number) => formatPercent(percent, zoned),
		date: (instant: Date) => formatDate(instant, zoned),
		dayMonth: (instant: Date) => formatDayMonth(instant, zoned),
		shortDay: (instant: Date) => formatShortDay(instant, zoned),
		weekday: (instant: Date) => formatWeekday(instant, zoned),
		time: (instant: Date) => formatTime(instant, zoned),
		timeRange: (from: Date, to: Date) => formatTimeRange(from, to, zoned),
		dateTime: (instant: Date) => formatDateTime(instant, zoned),
		/** A calendar day of the business zone, `YYYY-MM-DD`, as a date with its year. */
		calendarDate: (day: string) => formatDate(new Date(`${day}T12:00:00Z`), { locale, timeZone: "UTC" }),
		/** A calendar day of the business zone, `YYYY-MM-DD`, as `Sunday, 22 November`. */
		day: (day: string) => formatWeekday(new Date(`${day}T12:00:00Z`), { locale, timeZone: "UTC" }),
		/** The month of a calendar day, `YYYY-MM-DD`, by name: `November 2026`. */
		month: (day: string) => formatMonth(day, zoned),
		/** The same as `Mon 23`: over a column of a week. */
		shortWeekday: (day: string) => formatShortWeekday(new Date(`${day}T12:00:00Z`), { locale, timeZone: "UTC" }),
		/** The day of the business zone that an instant falls on, `YYYY-MM-DD`. */
		isoDay: (instant: Date) => formatIsoDay(instant, zoned),
		relative: (instant: Date, now: Date) => formatRelative(instant, now, zoned),
		duration: (minutes: number) => formatDuration(minutes, zoned),
	};
}

export type Formats = ReturnType<typeof makeFormats>;
