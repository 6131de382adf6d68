import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { testSetsList } from "@/server/contexts/hiring/contracts/tests";
import { HiringTabs } from "../_components/hiring-tabs";
import { SetsView } from "./_components/sets-view";

export async function generateMetadata() {
	return { title: (await getTranslations("library.sets"))("title") };
}

export default async function Sets({ searchParams }: PageProps<"/[locale]/admin/hiring/sets">) {
	await demandRole("/admin/hiring/sets", "manager");
	const t = await getTranslations("library.sets");
	const asked = testSetsList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.testSetRows.queryOptions(asked)),
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
