import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { payoutsList } from "@/server/contexts/billing/contracts";
import { MoneyHeader } from "../_components/money-header";
import { PayoutsTable } from "../_components/payouts-table";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.payouts"))("title") };
}

export default async function Payouts({ searchParams }: PageProps<"/[locale]/admin/money/payouts">) {
	await demandRole("/admin/money/payouts", "manager");
	const asked = payoutsList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.billing.officePayouts.queryOptions(asked));
	return (
		<>
			<MoneyHeader part="payouts" />
			<Hydrate>
				<PayoutsTable />
			</Hydrate>
		</>
	);
}
