import { defineRouting } from "next-intl/routing";

export const routing = defineRouting({
	locales: ["en", "ru"],
	defaultLocale: "en",
	localePrefix: "as-needed",
});

export type Locale = (typeof routing.locales)[number];

/** The address of a page in a language. For places that must stay free of scripts; elsewhere `navigation` does it. */
export const localePath = (locale: Locale, path: string): string =>
	locale === routing.defaultLocale ? path : `/${locale}${path === "/" ? "" : path}`;
