import { notFound } from "next/navigation";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { holds } from "@/server/kernel/actor";
import { DeliveryView } from "../../_components/delivery-view";

export default async function Delivery({ params }: PageProps<"/[locale]/admin/system/deliveries/[messageId]">) {
	const { messageId } = await params;
	const person = await demandRole(`/admin/system/deliveries/${messageId}`, "manager");
	await getQueryClient()
		.fetchQuery(trpc.notifications.getDelivery.queryOptions({ messageId }))
		.catch(() => notFound());
	return (
		<Hydrate>
			<DeliveryView messageId={messageId} admin={holds(person, "admin")} />
		</Hydrate>
	);
}
