import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { EditType } from "../_components/edit-type";

type Props = PageProps<"/[locale]/admin/service-types/[serviceTypeId]">;

export async function generateMetadata({ params }: Props) {
	const { name } = await open((await params).serviceTypeId);
	return { title: name[await getLocale()] };
}

export default async function ServiceType({ params }: Props) {
	const { serviceTypeId } = await open((await params).serviceTypeId);
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
		client.prefetchQuery(trpc.matching.serviceTypeTraits.queryOptions({ serviceTypeId })),
	]);
	return (
		<ClientMessages namespaces={["serviceTypes", "workers"]}>
			<Hydrate>
				<EditType serviceTypeId={serviceTypeId} />
			</Hydrate>
		</ClientMessages>
	);
}

/** The service type of the address, for who may see it. */
const open = cache(async (id: string) => {
	await demandRole(`/admin/service-types/${id}`, "manager");
	const { types } = await getQueryClient().fetchQuery(trpc.ordering.listAllServiceTypes.queryOptions());
	return types.find(({ serviceTypeId }) => serviceTypeId === id) ?? notFound();
});
