/** How money, numbers, dates and times are written: the same on screens, in mails and in PDFs, on the server and in the browser. */
export type FormatLocale = "en" | "ru";

/** Where and how times are told: the person's language, the business time zone. */
export type Zoned = { locale: FormatLocale; timeZone: string };

/** The minus of typographers, as wide as a plus. */
const MINUS = "\u2212";
const NO_BREAK = "\u00a0";

const separators: Record<FormatLocale, { group: string; decimal: string }> = {
	en: { group: ",", decimal: "." },
	ru: { group: NO_BREAK, decimal: "," },
};

/** English is written the British way: the day before the month, 24 hours, as on a timetable. Month names stay three letters. */
const tags: Record<FormatLocale, string> = { en: "en-US", ru: "ru-RU" };

type MoneyOptions = {
	locale: FormatLocale;
	/** The currency's sign, a policy: `₡`. */
	sign: string;
	/** Writes a plus before what is above zero, as in statements. */
	plus?: boolean;
};

/** Hundredths as money: `₡95.00`, `95,00 ₡`; always two decimals, a true minus, groups of three. */
export function formatMoney(amount: bigint, { locale, sign, plus = false }: MoneyOptions): string {
	const absolute = amount < 0n ? -amount : amount;
	const { group, decimal } = separators[locale];
	const whole = grouped(absolute / 100n, group);
	const hundredths = String(absolute % 100n).padStart(2, "0");
	const prefix = amount < 0n ? MINUS : plus && amount > 0n ? "+" : "";
	const figures = `${whole}${decimal}${hundredths}`;
	return locale === "en" ? `${prefix}${sign}${figures}` : `${prefix}${figures}${NO_BREAK}${sign}`;
}

/**
 * What a person typed as hundredths, or null if it is no amount: `95`, `95.5`, `95,50`, `1 234,50`, `1,234.50`, `−40`.
 * A comma or point followed by one or two last digits is the decimal one; signs of currency are ignored.
 */
export function parseMoney(typed: string): bigint | null {
	const text = typed.replace(/[\s\p{Sc}]/gu, "").replace(/[\u2212\u2013]/g, "-");
	const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
	if (!match) return null;
	const [, minus = "", whole = "", fraction = ""] = match;
	const minor = BigInt(whole.replace(/[.,]/g, "")) * 100n + BigInt(fraction.padEnd(2, "0") || "0");
	return minus ? -minor : minor;
}

/** A count with groups of three: `1,234`, `1 234`. */
export function formatCount(count: number | bigint, { locale }: { locale: FormatLocale }): string {
	const negative = count < 0;
	const whole = BigInt(typeof count === "number" ? Math.round(count) : count);
	return `${negative ? MINUS : ""}${grouped(negative ? -whole : whole, separators[locale].group)}`;
}

/** A whole percentage: `12%`, `12 %`. */
export const formatPercent = (percent: number, { locale }: { locale: FormatLocale }): string =>
	locale === "en" ? `${percent}%` : `${percent}${NO_BREAK}%`;

const grouped = (whole: bigint, group: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, group);

/** `Sun 22 Nov 2026`, `вс 22 нояб. 2026`. */
export function formatDate(instant: Date, zoned: Zoned): string {
	const { weekday, day, month, year } = partsOf(instant, zoned, "short");
	return `${weekday} ${[day, month, year].join(NO_BREAK)}`;
}

/** `22 November`, `22 ноября`: for a day that is near, where the year goes without saying. */
export function formatDayMonth(instant: Date, zoned: Zoned): string {
	const { day, month } = partsOf(instant, zoned, "long");
	return `${day}${NO_BREAK}${month}`;
}

/** The month of a calendar day `2026-11-30`, as a name: `November 2026`, `ноябрь 2026`. */
export function formatMonth(day: string, { locale }: { locale: FormatLocale }): string {
	const format = formatter(tags[locale], { timeZone: "UTC", month: "long", year: "numeric" });
	const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
	return ["month", "year"].map((wanted) => parts.find(({ type }) => type === wanted)?.value).join(NO_BREAK);
}

/** `22 Nov`, `22 нояб.`: where there is little room, as under a chart. */
export function formatShortDay(instant: Date, zoned: Zoned): string {
	const { day, month } = partsOf(instant, zoned, "short");
	return `${day}${NO_BREAK}${month}`;
}

/** `2026-11-22`, as addresses and inputs have it; light enough for every page, which the calendar is not. */
export const formatIsoDay = (instant: Date, { timeZone }: Zoned): string =>
	formatter("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);

/** `Sun 22`, `вс 22`. */
export function formatShortWeekday(instant: Date, zoned: Zoned): string {
	const { weekday, day } = partsOf(instant, zoned, "short");
	return `${weekday}${NO_BREAK}${day}`;
}

/** `Sunday, 22 November`, `воскресенье, 22 ноября`. */
export function formatWeekday(instant: Date, zoned: Zoned): string {
	const { weekday, day, month } = partsOf(instant, zoned, "long");
	return `${weekday}, ${day}${NO_BREAK}${month}`;
}

/** `14:30`, in 24 hours. */
export function formatTime(instant: Date, { timeZone }: Zoned): string {
	return formatter("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** `22 Nov 2026, 14:30`, `22 нояб. 2026, 14:30`. */
export function formatDateTime(instant: Date, zoned: Zoned): string {
	const { day, month, year } = partsOf(instant, zoned, "short");
	return `${[day, month, year].join(NO_BREAK)}, ${formatTime(instant, zoned)}`;
}

/** From one instant to another on the same day `14:30–16:00`; the caller names the day. */
export const formatTimeRange = (from: Date, to: Date, zoned: Zoned): string =>
	`${formatTime(from, zoned)}–${formatTime(to, zoned)}`;

const SECOND = 1000;
const spans = [
	{ unit: "day", length: 86_400 * SECOND },
	{ unit: "hour", length: 3_600 * SECOND },
	{ unit: "minute", length: 60 * SECOND },
] as const;

/** How far an instant is from now, in the largest unit that fits: `in 2 hours`, `5 minutes ago`, `через 2 часа`, `now`. */
export function formatRelative(instant: Date, now: Date, { locale }: { locale: FormatLocale }): string {
	const difference = instant.getTime() - now.getTime();
	const span = spans.find(({ length }) => Math.abs(difference) >= length);
	if (!span) return new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }).format(0, "second");
	return new Intl.RelativeTimeFormat(tags[locale]).format(Math.trunc(difference / span.length), span.unit);
}

/** A length of time in minutes: `45 min`, `1 h 30 min`, `1 ч 30 мин`. */
export function formatDuration(minutes: number, { locale }: { locale: FormatLocale }): string {
	const units = { en: { hour: "h", minute: "min" }, ru: { hour: "ч", minute: "мин" } }[locale];
	const hours = Math.floor(minutes / 60);
	const rest = Math.round(minutes % 60);
	const parts = [
		...(hours > 0 ? [`${hours}${NO_BREAK}${units.hour}`] : []),
		...(rest > 0 || hours === 0 ? [`${rest}${NO_BREAK}${units.minute}`] : []),
	];
	return parts.join(" ");
}

/** What is left until a moment, for a countdown: `9:59`, `1:04:05`; never below zero. */
export function formatCountdown(milliseconds: number): string {
	const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
	const two = (value: number) => String(value).padStart(2, "0");
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

type DateParts = { weekday: string; day: string; month: string; year: string };

function partsOf(instant: Date, { locale, timeZone }: Zoned, width: "short" | "long"): DateParts {
	const found: DateParts = { weekday: "", day: "", month: "", year: "" };
	const format = formatter(tags[locale], { timeZone, weekday: width, day: "numeric", month: width, year: "numeric" });
	for (const { type, value } of format.formatToParts(instant)) {
		if (type in found) found[type as keyof DateParts] = value;
	}
	return found;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using it does. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${tag} ${JSON.stringify(options)}`;
	const made = formatters.get(key) ?? new Intl.DateTimeFormat(tag, options);
	formatters.set(key, made);
	return made;
}
