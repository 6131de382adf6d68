import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { officeInvoicesList } from "@/server/contexts/billing/contracts";
import { MoneyHeader } from "../_components/money-header";
import { InvoicesTable } from "./_components/invoices-table";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.invoices"))("title") };
}

export default async function Invoices({ searchParams }: PageProps<"/[locale]/admin/money/invoices">) {
	await demandRole("/admin/money/invoices", "manager");
	const asked = officeInvoicesList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.billing.officeInvoices.queryOptions(asked));
	return (
		<ClientMessages namespaces={["lists", "billing", "officeInvoices"]}>
			<MoneyHeader part="invoices" />
			<Hydrate>
				<InvoicesTable />
			</Hydrate>
		</ClientMessages>
	);
}
