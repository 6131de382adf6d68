import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isUnauthorized, isWorthRetrying } from "./refusal";
import { fromWire } from "./wire";

/** The settings of all queries, the same on the server and in the browser. */
export function makeQueryClient({ onUnauthorized }: { onUnauthorized?: () => void } = {}): QueryClient {
	return new QueryClient({
		queryCache: new QueryCache({
			onError: (error) => {
				if (isUnauthorized(error)) onUnauthorized?.();
			},
		}),
		defaultOptions: {
			queries: {
				// Live changes tell what is out of date; this only keeps a page just rendered from asking again at once.
				staleTime: 30_000,
				retry: (count, error) => count < 2 && isWorthRetrying(error),
			},
			mutations: { retry: false },
			hydrate: { deserializeData: fromWire },
		},
	});
}
