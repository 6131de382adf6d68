"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { getPathname } from "../../_i18n/navigation";
import type { Locale } from "../../_i18n/routing";
import { makeQueryClient } from "./query-client";

let browserClient: QueryClient | undefined;

/** One client a tab; on the server a new one for each render, so that nobody sees another's answers. */
function clientHere(locale: Locale): QueryClient {
	if (typeof window === "undefined") return makeQueryClient();
	browserClient ??= makeQueryClient({ onUnauthorized: () => goToSignIn(locale) });
	return browserClient;
}

/** The session has ended: signing in leads back here. */
function goToSignIn(locale: Locale): void {
	const { pathname, search } = window.location;
	window.location.assign(getPathname({ locale, href: { pathname: "/sign-in", query: { to: pathname + search } } }));
}

export function QueryProvider({ children }: { children: ReactNode }) {
	return <QueryClientProvider client={clientHere(useLocale())}>{children}</QueryClientProvider>;
}
