import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { candidatesList } from "@/server/contexts/hiring/contracts/applications";
import { HiringTabs } from "../_components/hiring-tabs";
import { CandidatesTable } from "./_components/candidates-table";

export async function generateMetadata() {
	return { title: (await getTranslations("candidates.list"))("title") };
}

export default async function Candidates({ searchParams }: PageProps<"/[locale]/admin/hiring/candidates">) {
	await demandRole("/admin/hiring/candidates", "manager");
	const t = await getTranslations("candidates.list");
	const asked = candidatesList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.vacancies.queryOptions()),
		client.prefetchQuery(trpc.hiring.candidates.queryOptions(asked)),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<CandidatesTable />
			</Hydrate>
		</>
	);
}
