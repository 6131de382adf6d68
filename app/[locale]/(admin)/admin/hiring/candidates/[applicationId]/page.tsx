import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { applicationId as applicationIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { CandidateView } from "./_components/candidate-view";

type Props = PageProps<"/[locale]/admin/hiring/candidates/[applicationId]">;

const openCandidate = cache(async (id: string) => {
	await demandRole(`/admin/hiring/candidates/${id}`, "manager");
	const { data: applicationId } = applicationIdSchema.safeParse(id);
	if (!applicationId) return notFound();
	try {
		return await api.hiring.candidate({ applicationId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});

export async function generateMetadata({ params }: Props) {
	return { title: (await openCandidate((await params).applicationId)).name };
}

export default async function Candidate({ params }: Props) {
	const candidate = await openCandidate((await params).applicationId);
	const { applicationId } = candidate;
	const client = getQueryClient();
	client.setQueryData(trpc.hiring.candidate.queryKey({ applicationId }), candidate);
	await Promise.all([
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
		client.prefetchQuery(trpc.hiring.scorecard.queryOptions({ applicationId })),
	]);
	return (
		<Hydrate>
			<CandidateView applicationId={applicationId} />
		</Hydrate>
	);
}
