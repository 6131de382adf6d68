import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { runsList } from "@/server/engine/contracts";
import { RunList } from "../_components/run-list";
import { SystemHeader } from "../_components/system-header";

export async function generateMetadata() {
	return { title: (await getTranslations("system.runs"))("title") };
}

export default async function Runs({ searchParams }: PageProps<"/[locale]/admin/system/runs">) {
	await demandRole("/admin/system/runs", "manager");
	const asked = runsList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.engine.listRuns.queryOptions(asked)),
		client.prefetchQuery(trpc.engine.installation.queryOptions()),
		client.prefetchQuery(trpc.engine.map.queryOptions()),
	]);
	return (
		<>
			<SystemHeader part="runs" />
			<Hydrate>
				<RunList />
			</Hydrate>
		</>
	);
}
