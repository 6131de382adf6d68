import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { ledgerList } from "@/server/contexts/billing/contracts";
import { LedgerTable } from "../_components/ledger-table";
import { MoneyHeader } from "../_components/money-header";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.ledger"))("title") };
}

export default async function Ledger({ searchParams }: PageProps<"/[locale]/admin/money/ledger">) {
	await demandRole("/admin/money/ledger", "manager");
	const asked = ledgerList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.billing.ledger.queryOptions(asked)),
		client.prefetchQuery(trpc.billing.ledgerWords.queryOptions()),
	]);
	return (
		<>
			<MoneyHeader part="ledger" />
			<Hydrate>
				<LedgerTable />
			</Hydrate>
		</>
	);
}
