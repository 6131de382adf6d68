import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { Hydrate } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { HiringTabs } from "../_components/hiring-tabs";
import { prefetchScreening } from "../_components/prefetch-screening";
import { ExperimentsList } from "./_components/experiments-list";

export async function generateMetadata() {
	return { title: (await getTranslations("screening.experiments"))("title") };
}

export default async function Experiments({ searchParams }: PageProps<"/[locale]/admin/hiring/experiments">) {
	await demandRole("/admin/hiring/experiments", "manager");
	const t = await getTranslations("screening.experiments");
	await prefetchScreening(await addressOf(searchParams));
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<ExperimentsList />
			</Hydrate>
		</>
	);
}
