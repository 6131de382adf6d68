import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { AddType } from "../_components/add-type";

export async function generateMetadata() {
	return { title: (await getTranslations("serviceTypes.add"))("title") };
}

export default async function NewServiceType() {
	await demandRole("/admin/service-types/new", "manager");
	const t = await getTranslations("serviceTypes");
	await getQueryClient().prefetchQuery(trpc.ordering.listAllServiceTypes.queryOptions());
	return (
		<ClientMessages namespaces={["serviceTypes"]}>
			<PageHeader
				title={t("add.title")}
				help={t("add.help")}
				back={{ href: "/admin/service-types", label: t("list.title") }}
			/>
			<Hydrate>
				<AddType />
			</Hydrate>
		</ClientMessages>
	);
}
