import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { holds } from "@/server/kernel/actor";
import { PoliciesView } from "./_components/policies-view";

export async function generateMetadata() {
	return { title: (await getTranslations("policies"))("title") };
}

export default async function Policies() {
	const person = await demandRole("/admin/policies", "manager");
	const t = await getTranslations("policies");
	const admin = holds(person, "admin");
	await getQueryClient().prefetchQuery(trpc.policies.list.queryOptions());
	return (
		<ClientMessages namespaces={["policies"]}>
			<PageHeader title={t("title")} help={admin ? t("help") : `${t("help")} ${t("adminsOnly")}`} />
			<Hydrate>
				<PoliciesView admin={admin} />
			</Hydrate>
		</ClientMessages>
	);
}
