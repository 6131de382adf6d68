import "server-only";
import { defaultShouldDehydrateQuery, dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import superjson from "superjson";
import { appRouter } from "@/server/trpc/root";
import { pageContext } from "@/server/trpc/server";
import { makeQueryClient } from "./query-client";

/** The query client of the request being rendered. */
export const getQueryClient = cache(() => makeQueryClient());

/** The same options as `useTRPC()` gives in the browser, answered in the same process. */
export const trpc = createTRPCOptionsProxy({ ctx: pageContext, router: appRouter, queryClient: getQueryClient });

/**
 * Hands what the page has asked for (`await getQueryClient().prefetchQuery(trpc.x.y.queryOptions())`) to its client parts,
 * so that the first picture is whole and nothing is asked twice.
 */
export function Hydrate({ children }: { children: ReactNode }) {
	const state = dehydrate(getQueryClient(), {
		serializeData: superjson.serialize,
		shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
	});
	return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
