import { ClientMessages } from "@/app/_ui/client-messages";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { EditWorker } from "../../_components/edit-worker";
import { openWorker } from "../../_components/open-worker";

type Props = PageProps<"/[locale]/admin/workers/[workerId]/edit">;

export async function generateMetadata({ params }: Props) {
	return { title: (await openWorker((await params).workerId)).name };
}

export default async function WorkerProfile({ params }: Props) {
	const worker = await openWorker((await params).workerId);
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
