import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { filterOf } from "./_components/filter";
import { OrdersTable } from "./_components/orders-table";

export async function generateMetadata() {
	return { title: (await getTranslations("office.orders"))("title") };
}

export default async function Orders({ searchParams }: PageProps<"/[locale]/admin/orders">) {
	await demandRole("/admin/orders", "manager");
	const t = await getTranslations("office.orders");
	const filter = filterOf(new URLSearchParams(await plain(searchParams)));
	await getQueryClient().prefetchInfiniteQuery(
		trpc.ordering.officeOrders.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
	);
	return (
		<>
			<PageHeader title={t("title")} />
			<Hydrate>
				<OrdersTable />
			</Hydrate>
		</>
	);
}

const plain = async (params: Promise<Record<string, string | string[] | undefined>>) =>
	Object.entries(await params).flatMap(([key, value]): [string, string][] =>
		typeof value === "string" ? [[key, value]] : [],
	);
