import { notFound } from "next/navigation";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { holds } from "@/server/kernel/actor";
import { RunView } from "../../_components/run-view";

export default async function Run({ params }: PageProps<"/[locale]/admin/system/runs/[runId]">) {
	const { runId: id } = await params;
	const person = await demandRole(`/admin/system/runs/${id}`, "manager");
	await getQueryClient()
		.fetchQuery(trpc.engine.getRun.queryOptions({ id }))
		.catch(() => notFound());
	return (
		<Hydrate>
			<RunView id={id} admin={holds(person, "admin")} />
		</Hydrate>
	);
}
