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
		queryClient.prefetchQuery(trpc.ordering.getDashboard.queryOptions()),
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
