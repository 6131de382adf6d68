import { createTranslator } from "next-intl";
import { messages } from "@/messages/catalogue";
import {
	type FormatLocale,
	formatDateTime,
	formatDuration,
	formatMoney,
	formatMonth,
	formatPercent,
	formatTime,
	formatWeekday,
} from "@/server/kernel/format";

/** To whom a mail goes, and how money, time and addresses are written in it. */
export type Addressee = {
	name: string;
	locale: FormatLocale;
	/** The public address of the installation, without a slash at the end. */
	appUrl: string;
	/** The sign of the currency. */
	sign: string;
	timeZone: string;
};

/** What every mail is written with: the words of the person's language, ways to write things, links to pages. */
export type Letter = ReturnType<typeof makeLetter>;

export function makeLetter({ name, locale, appUrl, sign, timeZone }: Addressee) {
	const zoned = { locale, timeZone };
	return {
		name,
		locale,
		t: createTranslator({ locale, messages: messages[locale], namespace: "emails" }),
		appName: messages[locale].common.appName,
		money: (amount: bigint) => formatMoney(amount, { locale, sign }),
		percent: (percent: number) => formatPercent(percent, zoned),
		/** `November 2026`, of a day in it. */
		month: (day: string) => formatMonth(day, { locale }),
		time: (instant: Date) => formatTime(instant, zoned),
		dateTime: (instant: Date) => formatDateTime(instant, zoned),
		/** `Sunday, 22 November, 14:30` */
		moment: (instant: Date) => `${formatWeekday(instant, zoned)}, ${formatTime(instant, zoned)}`,
		duration: (minutes: number) => formatDuration(minutes, zoned),
		/** A page of the application in the person's language, as an address that works from anywhere. */
		link: (path: `/${string}`) => `${appUrl}${locale === "en" ? "" : `/${locale}`}${path}`,
	};
}
