import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { invoiceInput } from "@/server/contexts/billing/contracts";
import { OfficeInvoiceView } from "./_components/office-invoice-view";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.invoices"))("title") };
}

export default async function OfficeInvoice({ params }: PageProps<"/[locale]/admin/money/invoices/[invoiceId]">) {
	const { invoiceId } = await params;
	await demandRole(`/admin/money/invoices/${invoiceId}`, "manager");
	const asked = invoiceInput.safeParse({ invoiceId });
	if (!asked.success) notFound();
	try {
		await getQueryClient().fetchQuery(trpc.billing.officeInvoice.queryOptions(asked.data));
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
	return (
		<ClientMessages namespaces={["billing", "ledger", "payments", "officeInvoices", "refunds", "rulings"]}>
			<Hydrate>
				<OfficeInvoiceView invoiceId={asked.data.invoiceId} />
			</Hydrate>
		</ClientMessages>
	);
}
