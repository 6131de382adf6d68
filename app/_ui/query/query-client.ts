import { defaultShouldDehydrateQuery, QueryCache, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { isUnauthorized, isWorthRetrying } from "./refusal";

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
			dehydrate: {
				serializeData: superjson.serialize,
				shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
			},
			hydrate: { deserializeData: superjson.deserialize },
		},
	});
}
