"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { useLocale } from "next-intl";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/root";
import { getPathname } from "../../_i18n/navigation";
import type { Locale } from "../../_i18n/routing";
import { makeQueryClient } from "./query-client";
import { TRPCProvider } from "./trpc";

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

const makeTrpcClient = () =>
	createTRPCClient<AppRouter>({
		links: [httpBatchLink({ url: "/api/trpc", transformer: superjson, maxURLLength: 2000 })],
	});

export function QueryProvider({ children }: { children: ReactNode }) {
	const queryClient = clientHere(useLocale());
	const [trpcClient] = useState(makeTrpcClient);
	return (
		<QueryClientProvider client={queryClient}>
			<TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
				{children}
			</TRPCProvider>
		</QueryClientProvider>
	);
}
