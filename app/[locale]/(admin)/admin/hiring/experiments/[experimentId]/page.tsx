import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { experimentId as experimentIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { ExperimentView } from "../_components/experiment-view";

type Props = PageProps<"/[locale]/admin/hiring/experiments/[experimentId]">;

const openExperiment = cache(async (id: string) => {
	await demandRole(`/admin/hiring/experiments/${id}`, "manager");
	const { data: experimentId } = experimentIdSchema.safeParse(id);
	if (!experimentId) return notFound();
	try {
		return await api.hiring.getExperiment({ experimentId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});

export async function generateMetadata({ params }: Props) {
	return { title: (await openExperiment((await params).experimentId)).name };
}

export default async function Experiment({ params }: Props) {
	const experiment = await openExperiment((await params).experimentId);
	const { id: experimentId, vacancyId } = experiment;
	const client = getQueryClient();
	client.setQueryData(trpc.hiring.getExperiment.queryKey({ experimentId }), experiment);
	await client.prefetchQuery(trpc.hiring.screening.queryOptions({ vacancyId }));
	return (
		<Hydrate>
			<ExperimentView experimentId={experimentId} />
		</Hydrate>
	);
}
