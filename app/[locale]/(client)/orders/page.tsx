import type { QueryClient } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Dashboard } from "./_components/dashboard";

export async function generateMetadata() {
	return { title: (await getTranslations("orders.list"))("title") };
}

export default async function Orders() {
	await demandRole("/orders", "client");
	const queryClient = getQueryClient();
	await Promise.all([
		prefetchLiveOrders(queryClient),
		queryClient.prefetchInfiniteQuery(
			trpc.ordering.listPastOrders.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
		),
	]);
	return (
		<Hydrate>
			<Dashboard />
		</Hydrate>
	);
}

/** The dashboard, and how far the supplies of what is shown with its progress are. Without an answer the page asks again. */
async function prefetchLiveOrders(queryClient: QueryClient): Promise<void> {
	await queryClient.prefetchQuery(trpc.ordering.getDashboard.queryOptions());
	const dashboard = queryClient.getQueryData(trpc.ordering.getDashboard.queryKey());
	const staffed = dashboard?.now.filter(({ state }) => state === "assigned") ?? [];
	await Promise.all(
		staffed.map(({ orderId }) => queryClient.prefetchQuery(trpc.supplies.clientKit.queryOptions({ orderId }))),
	);
}
