import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { vacanciesList } from "@/server/contexts/hiring/contracts/applications";
import { HiringTabs } from "../_components/hiring-tabs";
import { VacanciesTable } from "./_components/vacancies-table";

export async function generateMetadata() {
	return { title: (await getTranslations("vacancies"))("title") };
}

export default async function Vacancies({ searchParams }: PageProps<"/[locale]/admin/hiring/vacancies">) {
	await demandRole("/admin/hiring/vacancies", "manager");
	const t = await getTranslations("vacancies");
	const asked = vacanciesList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.vacancyRows.queryOptions(asked)),
		client.prefetchQuery(trpc.hiring.testSets.queryOptions()),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<VacanciesTable />
			</Hydrate>
		</>
	);
}
