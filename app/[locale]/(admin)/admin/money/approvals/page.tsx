import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { approvalsList } from "@/server/contexts/billing/contracts";
import { ApprovalsTable } from "../_components/approvals-table";
import { MoneyHeader } from "../_components/money-header";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.approvals"))("title") };
}

export default async function Approvals({ searchParams }: PageProps<"/[locale]/admin/money/approvals">) {
	await demandRole("/admin/money/approvals", "manager");
	const asked = approvalsList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.billing.approvals.queryOptions(asked));
	return (
		<>
			<MoneyHeader part="approvals" />
			<Hydrate>
				<ApprovalsTable />
			</Hydrate>
		</>
	);
}
