import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { NewTest } from "../_components/new-test";

export async function generateMetadata() {
	return { title: (await getTranslations("library"))("add") };
}

export default async function NewTestPage() {
	await demandRole("/admin/hiring/tests/new", "manager");
	const t = await getTranslations("library");
	await getQueryClient().prefetchQuery(trpc.hiring.listTraits.queryOptions());
	return (
		<>
			<PageHeader title={t("add")} back={{ href: "/admin/hiring/tests", label: t("title") }} />
			<Hydrate>
				<NewTest />
			</Hydrate>
		</>
	);
}
