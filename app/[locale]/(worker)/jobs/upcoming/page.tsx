import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { UpcomingList } from "../_components/upcoming-list";

export async function generateMetadata() {
	return { title: (await getTranslations("jobs.upcoming"))("title") };
}

export default async function UpcomingPage() {
	await demandRole("/jobs/upcoming", "worker");
	const t = await getTranslations("jobs.upcoming");
	await getQueryClient().prefetchInfiniteQuery(
		trpc.execution.upcoming.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	return (
		<>
			<PageHeader title={t("title")} />
			<Hydrate>
				<UpcomingList />
			</Hydrate>
		</>
	);
}
