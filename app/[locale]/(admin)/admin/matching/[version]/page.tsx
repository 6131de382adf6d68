import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { pipelineInput } from "@/server/contexts/matching/contracts";
import { VersionView } from "../_components/version-view";

type Props = PageProps<"/[locale]/admin/matching/[version]">;

export async function generateMetadata({ params }: Props) {
	const { version } = await params;
	return { title: (await getTranslations("matching.version"))("title", { version }) };
}

export default async function Version({ params }: Props) {
	const { version: asked } = await params;
	await demandRole(`/admin/matching/${asked}`, "manager");
	const input = pipelineInput.safeParse({ version: Number(asked) });
	if (!input.success) notFound();
	const { version } = input.data;
	const client = getQueryClient();
	const { pipelines } = await client.fetchQuery(trpc.matching.pipelines.queryOptions());
	if (!pipelines.some((known) => known.version === version)) notFound();
	await Promise.all([
		client.prefetchQuery(trpc.matching.pipeline.queryOptions({ version })),
		client.prefetchQuery(trpc.matching.steps.queryOptions()),
		client.prefetchQuery(trpc.matching.triableOrders.queryOptions({ search: "" })),
		client.prefetchQuery(trpc.ordering.listAllServiceTypes.queryOptions()),
	]);
	return (
		<Hydrate>
			<VersionView version={version} />
		</Hydrate>
	);
}
