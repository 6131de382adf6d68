import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { HistoryList } from "../_components/history-list";
import { outcomeOf } from "../_components/outcome";

export async function generateMetadata() {
	return { title: (await getTranslations("jobs.history"))("title") };
}

export default async function HistoryPage({ searchParams }: PageProps<"/[locale]/jobs/history">) {
	await demandRole("/jobs/history", "worker");
	const t = await getTranslations("jobs.history");
	const outcome = outcomeOf((await searchParams).outcome);
	await getQueryClient().prefetchInfiniteQuery(
		trpc.execution.history.infiniteQueryOptions({ outcome }, { getNextPageParam: (page) => page.nextCursor }),
	);
	return (
		<>
			<PageHeader title={t("title")} />
			<Hydrate>
				<HistoryList />
			</Hydrate>
		</>
	);
}
