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
	await getQueryClient().prefetchQuery(trpc.policies.list.queryOptions());
	return (
		<ClientMessages namespaces={["policies"]}>
			<PageHeader title={t("title")} help={t("help")} />
			<Hydrate>
				<PoliciesView admin={holds(person, "admin")} />
			</Hydrate>
		</ClientMessages>
	);
}
