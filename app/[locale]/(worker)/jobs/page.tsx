import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Today } from "./_components/today";
import { TodayList } from "./_components/today-list";

export async function generateMetadata() {
	return { title: (await getTranslations("jobs.today"))("title") };
}

export default async function TodayPage() {
	await demandRole("/jobs", "worker");
	const t = await getTranslations("jobs.today");
	await getQueryClient().prefetchQuery(trpc.execution.today.queryOptions());
	return (
		<>
			<PageHeader title={t("title")} help={<Today />} />
			<Hydrate>
				<TodayList />
			</Hydrate>
		</>
	);
}
