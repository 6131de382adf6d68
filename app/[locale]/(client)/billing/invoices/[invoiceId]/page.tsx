import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { invoiceInput } from "@/server/contexts/billing/contracts";
import { InvoiceView } from "./_components/invoice-view";

export async function generateMetadata() {
	return { title: (await getTranslations("billing.invoices"))("title") };
}

export default async function InvoicePage({ params }: PageProps<"/[locale]/billing/invoices/[invoiceId]">) {
	const { invoiceId } = await params;
	await demandRole(`/billing/invoices/${invoiceId}`, "client");
	const asked = invoiceInput.safeParse({ invoiceId });
	if (!asked.success) notFound();
	try {
		await getQueryClient().fetchQuery(trpc.billing.getInvoice.queryOptions(asked.data));
	} catch (error) {
		// Somebody else's invoice is as unknown as none.
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
	await getQueryClient().prefetchQuery(trpc.billing.paymentMethod.queryOptions());
	return (
		<ClientMessages namespaces={["billing", "payments"]}>
			<Hydrate>
				<InvoiceView invoiceId={asked.data.invoiceId} />
			</Hydrate>
		</ClientMessages>
	);
}
