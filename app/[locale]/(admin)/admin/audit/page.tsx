import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { auditList } from "@/server/platform/audit/contracts";
import { AuditTable } from "./_components/audit-table";

export async function generateMetadata() {
	return { title: (await getTranslations("officeLists.audit"))("title") };
}

export default async function AuditLog({ searchParams }: PageProps<"/[locale]/admin/audit">) {
	await demandRole("/admin/audit", "manager");
	const t = await getTranslations("officeLists.audit");
	const asked = auditList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.audit.entries.queryOptions(asked)),
		client.prefetchQuery(trpc.audit.actions.queryOptions()),
	]);
	return (
		<ClientMessages namespaces={["lists", "officeLists"]}>
			<PageHeader title={t("title")} help={t("help")} />
			<Hydrate>
				<AuditTable />
			</Hydrate>
		</ClientMessages>
	);
}
