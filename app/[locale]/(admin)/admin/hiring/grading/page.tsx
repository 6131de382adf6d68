import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { gradingList } from "@/server/contexts/hiring/contracts/grading";
import { HiringTabs } from "../_components/hiring-tabs";
import { GradingTable } from "./_components/grading-table";

export async function generateMetadata() {
	return { title: (await getTranslations("tests.grading"))("title") };
}

export default async function Grading({ searchParams }: PageProps<"/[locale]/admin/hiring/grading">) {
	await demandRole("/admin/hiring/grading", "manager");
	const t = await getTranslations("tests.grading");
	const asked = gradingList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.grading.queryOptions(asked)),
		client.prefetchQuery(trpc.hiring.tests.queryOptions()),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<GradingTable />
			</Hydrate>
		</>
	);
}
