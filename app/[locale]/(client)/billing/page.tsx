import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { DiscountCard } from "./_components/discount-card";
import { InvoiceList } from "./_components/invoice-list";
import { OwedThisWeek } from "./_components/owed-this-week";
import { PaymentMethod } from "./_components/payment-method";
import { Statement } from "./_components/statement";

export async function generateMetadata() {
	return { title: (await getTranslations("billing"))("title") };
}

export default async function BillingPage() {
	await demandRole("/billing", "client");
	const t = await getTranslations("billing");
	const queryClient = getQueryClient();
	await Promise.all([
		queryClient.prefetchQuery(trpc.billing.owedThisWeek.queryOptions()),
		queryClient.prefetchQuery(trpc.billing.discountProgress.queryOptions()),
		queryClient.prefetchQuery(trpc.billing.paymentMethod.queryOptions()),
		queryClient.prefetchInfiniteQuery(
			trpc.billing.listInvoices.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
		),
		queryClient.prefetchInfiniteQuery(
			trpc.billing.clientStatement.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
		),
	]);
	return (
		<ClientMessages namespaces={["billing", "payments"]}>
			<PageHeader title={t("title")} />
			<Hydrate>
				<div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
					<OwedThisWeek />
					<div className="grid gap-6">
						<PaymentMethod />
						<DiscountCard />
					</div>
				</div>
				<InvoiceList />
				<Statement />
			</Hydrate>
		</ClientMessages>
	);
}
