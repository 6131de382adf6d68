import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { orderId as orderIdSchema } from "@/server/kernel/ids";
import { OrderView } from "./_components/order-view";

export async function generateMetadata() {
	return { title: (await getTranslations("office.orders"))("title") };
}

export default async function Order({ params }: PageProps<"/[locale]/admin/orders/[orderId]">) {
	const { orderId } = await params;
	await demandRole(`/admin/orders/${orderId}`, "manager");
	const known = orderIdSchema.safeParse(orderId);
	if (!known.success) notFound();
	const about = { orderId: known.data };
	const queries = getQueryClient();
	const found = await queries.fetchQuery(trpc.ordering.officeOrder.queryOptions(about)).catch(() => null);
	if (!found) notFound();
	await Promise.all([
		queries.prefetchQuery(trpc.execution.officeOrder.queryOptions(about)),
		queries.prefetchQuery(trpc.matching.officeOrder.queryOptions(about)),
		queries.prefetchQuery(trpc.supplies.officeOrder.queryOptions(about)),
		queries.prefetchQuery(trpc.billing.officeOrder.queryOptions(about)),
		queries.prefetchQuery(trpc.timeline.order.queryOptions(about)),
		queries.prefetchQuery(trpc.notifications.officeOrder.queryOptions(about)),
	]);
	return (
		<Hydrate>
			<OrderView orderId={known.data} />
		</Hydrate>
	);
}
