import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { HiringTabs } from "../_components/hiring-tabs";
import { SetsView } from "./_components/sets-view";

export async function generateMetadata() {
	return { title: (await getTranslations("library.sets"))("title") };
}

export default async function Sets() {
	await demandRole("/admin/hiring/sets", "manager");
	const t = await getTranslations("library.sets");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.testSets.queryOptions()),
		client.prefetchQuery(trpc.hiring.tests.queryOptions()),
		client.prefetchQuery(trpc.hiring.vacancies.queryOptions()),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<SetsView />
			</Hydrate>
		</>
	);
}
