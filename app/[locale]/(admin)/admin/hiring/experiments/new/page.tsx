import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { prefetchScreening } from "../../_components/prefetch-screening";
import { BeginExperiment } from "../_components/begin-experiment";

export async function generateMetadata() {
	return { title: (await getTranslations("screening.experiments"))("begin") };
}

export default async function NewExperiment({ searchParams }: PageProps<"/[locale]/admin/hiring/experiments/new">) {
	await demandRole("/admin/hiring/experiments/new", "manager");
	const t = await getTranslations("screening.experiments");
	await Promise.all([
		prefetchScreening(await addressOf(searchParams)),
		getQueryClient().prefetchQuery(trpc.hiring.testSets.queryOptions()),
	]);
	return (
		<>
			<PageHeader title={t("begin")} back={{ href: "/admin/hiring/experiments", label: t("title") }} />
			<Hydrate>
				<BeginExperiment />
			</Hydrate>
		</>
	);
}
