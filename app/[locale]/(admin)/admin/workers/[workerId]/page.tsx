import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { workerId as workerIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { EditWorker } from "../_components/edit-worker";

type Props = PageProps<"/[locale]/admin/workers/[workerId]">;

export async function generateMetadata({ params }: Props) {
	return { title: (await open((await params).workerId)).name };
}

export default async function Worker({ params }: Props) {
	const worker = await open((await params).workerId);
	const { workerId } = worker;
	const client = getQueryClient();
	client.setQueryData(trpc.hiring.getWorker.queryKey({ workerId }), worker);
	await client.prefetchQuery(trpc.hiring.listTraits.queryOptions());
	return (
		<ClientMessages namespaces={["workers"]}>
			<Hydrate>
				<EditWorker workerId={workerId} />
			</Hydrate>
		</ClientMessages>
	);
}

/** The worker of the address, for who may see one. */
const open = cache(async (id: string) => {
	await demandRole(`/admin/workers/${id}`, "manager");
	const { data: workerId } = workerIdSchema.safeParse(id);
	if (!workerId) return notFound();
	try {
		return await api.hiring.getWorker({ workerId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});
