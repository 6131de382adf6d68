import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { MatchingHeader } from "./_components/matching-header";
import { VersionsView } from "./_components/versions-view";

export async function generateMetadata() {
	return { title: (await getTranslations("matching.versions"))("title") };
}

export default async function Matching() {
	await demandRole("/admin/matching", "manager");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.matching.pipelines.queryOptions()),
		client.prefetchQuery(trpc.matching.steps.queryOptions()),
	]);
	return (
		<>
			<MatchingHeader part="versions" />
			<Hydrate>
				<VersionsView />
			</Hydrate>
		</>
	);
}
