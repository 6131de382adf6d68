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
	const queries = getQueryClient();
	await queries.prefetchQuery(trpc.execution.today.queryOptions());
	const today = queries.getQueryData(trpc.execution.today.queryKey());
	if (today?.length === 0) await queries.prefetchQuery(trpc.execution.upcoming.queryOptions({ limit: 1 }));
	return (
		<>
			<PageHeader title={t("title")} help={<Today />} />
			<Hydrate>
				<TodayList />
			</Hydrate>
		</>
	);
}
