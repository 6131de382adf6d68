import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { officeOrdersList } from "@/server/contexts/ordering/contracts";
import { OrdersTable } from "./_components/orders-table";

export async function generateMetadata() {
	return { title: (await getTranslations("office.orders"))("title") };
}

export default async function Orders({ searchParams }: PageProps<"/[locale]/admin/orders">) {
	await demandRole("/admin/orders", "manager");
	const t = await getTranslations("office.orders");
	const asked = officeOrdersList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.ordering.officeOrders.queryOptions(asked)),
		client.prefetchQuery(trpc.ordering.listAllServiceTypes.queryOptions()),
	]);
	return (
		<ClientMessages namespaces={["lists", "office", "officeLists"]}>
			<PageHeader title={t("title")} />
			<Hydrate>
				<OrdersTable />
			</Hydrate>
		</ClientMessages>
	);
}
