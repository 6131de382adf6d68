import { notFound } from "next/navigation";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { TransactionView } from "../../_components/transaction-view";

export default async function Transaction({ params }: PageProps<"/[locale]/admin/money/ledger/[transactionId]">) {
	const { transactionId } = await params;
	await demandRole(`/admin/money/ledger/${transactionId}`, "manager");
	await getQueryClient()
		.fetchQuery(trpc.billing.transaction.queryOptions({ transactionId }))
		.catch(() => notFound());
	return (
		<Hydrate>
			<TransactionView transactionId={transactionId} />
		</Hydrate>
	);
}
