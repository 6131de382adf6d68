import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { TypesTable } from "./_components/types-table";

export async function generateMetadata() {
	return { title: (await getTranslations("serviceTypes.list"))("title") };
}

export default async function ServiceTypes() {
	await demandRole("/admin/service-types", "manager");
	const t = await getTranslations("serviceTypes.list");
	await getQueryClient().prefetchQuery(trpc.ordering.listAllServiceTypes.queryOptions());
	return (
		<ClientMessages namespaces={["serviceTypes"]}>
			<PageHeader
				title={t("title")}
				actions={
					<Button asChild look="primary">
						<Link href="/admin/service-types/new" look="plain">
							<Plus aria-hidden />
							{t("add")}
						</Link>
					</Button>
				}
			/>
			<Hydrate>
				<TypesTable />
			</Hydrate>
		</ClientMessages>
	);
}
