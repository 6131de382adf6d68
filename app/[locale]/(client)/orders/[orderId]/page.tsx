import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { orderInput } from "@/server/contexts/ordering/contracts";
import { OrderView } from "./_components/order-view";

export async function generateMetadata() {
	return { title: (await getTranslations("orders.nav"))("orders") };
}

export default async function OrderPage({ params }: PageProps<"/[locale]/orders/[orderId]">) {
	const { orderId } = await params;
	await demandRole(`/orders/${orderId}`, "client");
	const asked = orderInput.safeParse({ orderId });
	if (!asked.success) notFound();
	const queryClient = getQueryClient();
	try {
		await queryClient.fetchQuery(trpc.ordering.getOrder.queryOptions(asked.data));
	} catch (error) {
		// Somebody else's order is as unknown as none.
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
	await Promise.all([
		queryClient.prefetchQuery(trpc.supplies.clientKit.queryOptions(asked.data)),
		queryClient.prefetchQuery(trpc.execution.clientJob.queryOptions(asked.data)),
		queryClient.prefetchQuery(trpc.timeline.order.queryOptions(asked.data)),
	]);
	return (
		<Hydrate>
			<OrderView orderId={asked.data.orderId} />
		</Hydrate>
	);
}
