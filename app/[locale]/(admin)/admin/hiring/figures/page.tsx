import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { HiringTabs } from "../_components/hiring-tabs";
import { askedFigures } from "./_components/asked-figures";
import { FiguresView } from "./_components/figures-view";

export async function generateMetadata() {
	return { title: (await getTranslations("hiringFigures"))("title") };
}

export default async function HiringFigures({ searchParams }: PageProps<"/[locale]/admin/hiring/figures">) {
	await demandRole("/admin/hiring/figures", "manager");
	const t = await getTranslations("hiringFigures");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.vacancies.queryOptions()),
		client.prefetchQuery(trpc.hiring.figures.queryOptions(askedFigures(await addressOf(searchParams)))),
		client.prefetchQuery(trpc.hiring.attackGauge.queryOptions()),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<FiguresView />
			</Hydrate>
		</>
	);
}
