import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { deliveriesList } from "@/server/contexts/notifications/contracts";
import { DeliveryList } from "../_components/delivery-list";
import { SystemHeader } from "../_components/system-header";

export async function generateMetadata() {
	return { title: (await getTranslations("system.deliveries"))("title") };
}

export default async function Deliveries({ searchParams }: PageProps<"/[locale]/admin/system/deliveries">) {
	await demandRole("/admin/system/deliveries", "manager");
	const asked = deliveriesList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.notifications.listDeliveries.queryOptions(asked));
	return (
		<>
			<SystemHeader part="deliveries" />
			<Hydrate>
				<DeliveryList />
			</Hydrate>
		</>
	);
}
