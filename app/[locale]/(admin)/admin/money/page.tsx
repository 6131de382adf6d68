import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { comingInvoicesList } from "@/server/contexts/billing/contracts";
import { ComingInvoices } from "./_components/coming-invoices";
import { MoneyHeader } from "./_components/money-header";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.coming"))("title") };
}

export default async function ComingWeek({ searchParams }: PageProps<"/[locale]/admin/money">) {
	await demandRole("/admin/money", "manager");
	const asked = comingInvoicesList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.billing.comingInvoices.queryOptions(asked)),
		client.prefetchQuery(trpc.billing.comingWeek.queryOptions()),
	]);
	return (
		<>
			<MoneyHeader part="coming" />
			<Hydrate>
				<ComingInvoices />
			</Hydrate>
		</>
	);
}
