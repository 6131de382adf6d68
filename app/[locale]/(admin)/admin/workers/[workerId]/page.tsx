import { ClientMessages } from "@/app/_ui/client-messages";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { openWorker } from "../_components/open-worker";
import { WorkerView } from "./_components/worker-view";

type Props = PageProps<"/[locale]/admin/workers/[workerId]">;

export async function generateMetadata({ params }: Props) {
	return { title: (await openWorker((await params).workerId)).name };
}

export default async function Worker({ params }: Props) {
	const worker = await openWorker((await params).workerId);
	const { workerId } = worker;
	const client = getQueryClient();
	client.setQueryData(trpc.hiring.getWorker.queryKey({ workerId }), worker);
	await Promise.all([
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
		client.prefetchQuery(trpc.execution.availability.queryOptions({ workerId })),
		client.prefetchQuery(trpc.execution.workerResults.queryOptions({ workerId })),
		client.prefetchQuery(trpc.billing.officeWorker.queryOptions({ workerId })),
		client.prefetchQuery(trpc.ordering.workerRatings.queryOptions({ workerId })),
	]);
	return (
		<ClientMessages namespaces={["availability", "office", "payouts", "workers"]}>
			<Hydrate>
				<WorkerView workerId={workerId} />
			</Hydrate>
		</ClientMessages>
	);
}
