import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { CompareView } from "../_components/compare-view";
import { MatchingHeader } from "../_components/matching-header";

export async function generateMetadata() {
	return { title: (await getTranslations("matching.compare"))("title") };
}

export default async function Compare() {
	await demandRole("/admin/matching/compare", "manager");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.matching.pipelines.queryOptions()),
		client.prefetchQuery(trpc.matching.steps.queryOptions()),
	]);
	return (
		<>
			<MatchingHeader part="compare" />
			<Hydrate>
				<CompareView />
			</Hydrate>
		</>
	);
}
