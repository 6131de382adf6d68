import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { clientsList } from "@/server/contexts/identity/contracts";
import { ClientsTable } from "./_components/clients-table";

export async function generateMetadata() {
	return { title: (await getTranslations("officeLists.clients"))("title") };
}

export default async function Clients({ searchParams }: PageProps<"/[locale]/admin/clients">) {
	await demandRole("/admin/clients", "manager");
	const t = await getTranslations("officeLists.clients");
	const asked = clientsList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.identity.clients.queryOptions(asked));
	return (
		<ClientMessages namespaces={["lists", "officeLists"]}>
			<PageHeader title={t("title")} />
			<Hydrate>
				<ClientsTable />
			</Hydrate>
		</ClientMessages>
	);
}
