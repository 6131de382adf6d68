import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { AddWorker } from "../_components/add-worker";

export async function generateMetadata() {
	return { title: (await getTranslations("workers.add"))("title") };
}

export default async function NewWorker() {
	await demandRole("/admin/workers/new", "manager");
	const t = await getTranslations("workers");
	await getQueryClient().prefetchQuery(trpc.hiring.listTraits.queryOptions());
	return (
		<ClientMessages namespaces={["workers"]}>
			<PageHeader
				title={t("add.title")}
				help={t("add.help")}
				back={{ href: "/admin/workers", label: t("list.title") }}
			/>
			<Hydrate>
				<AddWorker />
			</Hydrate>
		</ClientMessages>
	);
}
