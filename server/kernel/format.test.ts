import { describe, expect, test } from "vitest";
import {
	formatCount,
	formatCountdown,
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
	parseMoney,
} from "./format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("money", () => {
	test.each([
		[9500n, "₡95.00", "95,00 ₡"],
		[0n, "₡0.00", "0,00 ₡"],
		[5n, "₡0.05", "0,05 ₡"],
		[-4000n, "−₡40.00", "−40,00 ₡"],
		[-1n, "−₡0.01", "−0,01 ₡"],
		[100_000_000n, "₡1,000,000.00", "1 000 000,00 ₡"],
		[99_999n, "₡999.99", "999,99 ₡"],
		[123_456_789_012_345n, "₡1,234,567,890,123.45", "1 234 567 890 123,45 ₡"],
	])("%s hundredths", (amount, en, ru) => {
		expect(plain(formatMoney(amount, { locale: "en", sign: "₡" }))).toBe(en);
		expect(plain(formatMoney(amount, { locale: "ru", sign: "₡" }))).toBe(ru);
	});

	test("a statement shows a plus, but not before nothing", () => {
		const options = { locale: "en", sign: "₡", plus: true } as const;
		expect(formatMoney(6000n, options)).toBe("+₡60.00");
		expect(formatMoney(0n, options)).toBe("₡0.00");
		expect(formatMoney(-4000n, options)).toBe("−₡40.00");
	});

	test("never breaks between figures and sign", () => {
		expect(formatMoney(123_400n, { locale: "ru", sign: "₡" })).not.toContain(" ");
	});

	test.each([
		["95", 9500n],
		["95.5", 9550n],
		["95,50", 9550n],
		["₡95.00", 9500n],
		["1 234,50", 123_450n],
		["1\u00a0234,50 ₡", 123_450n],
		["1,234.50", 123_450n],
		["1.234,50", 123_450n],
		["1,234", 123_400n],
		["0,01", 1n],
		["−40", -4000n],
		["-40.00", -4000n],
	])("reads %s", (typed, amount) => expect(parseMoney(typed)).toBe(amount));

	test.each(["", "abc", "1.2.3", "9,5,0", "1e3", "--5", ".5", "5.", "1.2345", "٣"])("refuses %j", (typed) =>
		expect(parseMoney(typed)).toBeNull(),
	);

	test("reads what it has written", () => {
		for (const locale of ["en", "ru"] as const) {
			for (const amount of [0n, 1n, -1n, 9500n, -4000n, 123_456_789n, 100_000n]) {
				expect(parseMoney(formatMoney(amount, { locale, sign: "₡" }))).toBe(amount);
			}
		}
	});
});

describe("counts", () => {
	test("groups by three, with a true minus", () => {
		expect(formatCount(1234567, { locale: "en" })).toBe("1,234,567");
		expect(plain(formatCount(1234567, { locale: "ru" }))).toBe("1 234 567");
		expect(formatCount(-12, { locale: "en" })).toBe("−12");
		expect(plain(formatPercent(12, { locale: "ru" }))).toBe("12 %");
		expect(formatPercent(12, { locale: "en" })).toBe("12%");
	});
});

describe("dates and times", () => {
	const instant = new Date("2026-11-22T21:30:00Z");
	const moscow = {
		en: { locale: "en", timeZone: "Europe/Moscow" },
		ru: { locale: "ru", timeZone: "Europe/Moscow" },
	} as const;
	const london = { locale: "en", timeZone: "Europe/London" } as const;

	test("belong to the time zone they are told in", () => {
		expect(plain(formatDate(instant, london))).toBe("Sun 22 Nov 2026");
		expect(plain(formatDate(instant, moscow.en))).toBe("Mon 23 Nov 2026");
		expect(formatTime(instant, moscow.en)).toBe("00:30");
		expect(formatTime(instant, london)).toBe("21:30");
	});

	test("are written in the person's language", () => {
		expect(plain(formatDate(instant, moscow.ru))).toBe("пн 23 нояб. 2026");
		expect(plain(formatDayMonth(instant, moscow.ru))).toBe("23 ноября");
		expect(plain(formatShortDay(instant, moscow.ru))).toBe("23 нояб.");
		expect(formatIsoDay(instant, moscow.ru)).toBe("2026-11-23");
		expect(plain(formatShortWeekday(instant, moscow.ru))).toBe("пн 23");
		expect(plain(formatWeekday(instant, moscow.ru))).toBe("понедельник, 23 ноября");
		expect(plain(formatWeekday(instant, moscow.en))).toBe("Monday, 23 November");
		expect(plain(formatDateTime(instant, moscow.ru))).toBe("23 нояб. 2026, 00:30");
		expect(plain(formatDateTime(instant, moscow.en))).toBe("23 Nov 2026, 00:30");
	});

	test("a range names both ends", () => {
		expect(formatTimeRange(instant, new Date("2026-11-22T23:00:00Z"), moscow.en)).toBe("00:30–02:00");
	});

	test("keep to the wall clock on both sides of a change of the clocks", () => {
		const berlin = { locale: "en", timeZone: "Europe/Berlin" } as const;
		expect(formatTime(new Date("2026-03-29T00:59:00Z"), berlin)).toBe("01:59");
		expect(formatTime(new Date("2026-03-29T01:00:00Z"), berlin)).toBe("03:00");
	});

	test.each([
		[0, "now", "сейчас"],
		[30_000, "now", "сейчас"],
		[60_000, "in 1 minute", "через 1 минуту"],
		[5 * 60_000, "in 5 minutes", "через 5 минут"],
		[-5 * 60_000, "5 minutes ago", "5 минут назад"],
		[119 * 60_000, "in 1 hour", "через 1 час"],
		[3 * 3_600_000, "in 3 hours", "через 3 часа"],
		[-21 * 86_400_000, "21 days ago", "21 день назад"],
	])("%s ms from now", (difference, en, ru) => {
		const then = new Date(instant.getTime() + difference);
		expect(formatRelative(then, instant, { locale: "en" })).toBe(en);
		expect(formatRelative(then, instant, { locale: "ru" })).toBe(ru);
	});

	test.each([
		[0, "0 min", "0 мин"],
		[45, "45 min", "45 мин"],
		[60, "1 h", "1 ч"],
		[90, "1 h 30 min", "1 ч 30 мин"],
	])("%s minutes long", (minutes, en, ru) => {
		expect(plain(formatDuration(minutes, { locale: "en" }))).toBe(en);
		expect(plain(formatDuration(minutes, { locale: "ru" }))).toBe(ru);
	});

	test("a countdown shows the second that is running, and stops at zero", () => {
		expect(formatCountdown(600_000)).toBe("10:00");
		expect(formatCountdown(599_001)).toBe("10:00");
		expect(formatCountdown(599_000)).toBe("9:59");
		expect(formatCountdown(3_845_000)).toBe("1:04:05");
		expect(formatCountdown(-5)).toBe("0:00");
	});
});

describe("a month", () => {
	test("is told by name, whatever zone the reader is in", () => {
		expect(formatMonth("2026-11-30", { locale: "en" })).toBe("November\u00a02026");
		expect(formatMonth("2026-11-30", { locale: "ru" })).toBe("ноябрь\u00a02026");
	});
});
