import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { clientId as clientIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { ClientView } from "./_components/client-view";
import { latestOrders } from "./_components/latest-orders";

type Props = PageProps<"/[locale]/admin/clients/[clientId]">;

export async function generateMetadata({ params }: Props) {
	return { title: (await open((await params).clientId)).account.name };
}

export default async function Client({ params }: Props) {
	const { clientId, account } = await open((await params).clientId);
	const client = getQueryClient();
	client.setQueryData(trpc.identity.client.queryKey({ clientId }), account);
	await Promise.all([
		client.prefetchQuery(trpc.billing.officeClient.queryOptions({ clientId })),
		client.prefetchQuery(trpc.ordering.officeOrders.queryOptions(latestOrders(clientId))),
		client.prefetchQuery(trpc.ordering.officeOrdersCount.queryOptions({ clientId })),
	]);
	return (
		<ClientMessages namespaces={["office", "officeLists"]}>
			<Hydrate>
				<ClientView clientId={clientId} />
			</Hydrate>
		</ClientMessages>
	);
}

/** The client of the address, for who may see one. */
const open = cache(async (id: string) => {
	await demandRole(`/admin/clients/${id}`, "manager");
	const { data: clientId } = clientIdSchema.safeParse(id);
	if (!clientId) return notFound();
	try {
		return { clientId, account: await api.identity.client({ clientId }) };
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});
