import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { MoneyHistory } from "./_components/money-history";
import { PayoutAccount } from "./_components/payout-account";
import { PayoutList } from "./_components/payout-list";
import { ThisMonth } from "./_components/this-month";

export async function generateMetadata() {
	return { title: (await getTranslations("money"))("title") };
}

export default async function MoneyPage() {
	await demandRole("/jobs/money", "worker");
	const t = await getTranslations("money");
	const queryClient = getQueryClient();
	await Promise.all([
		queryClient.prefetchQuery(trpc.billing.workerMonth.queryOptions()),
		queryClient.prefetchQuery(trpc.billing.payoutAccount.queryOptions()),
		queryClient.prefetchInfiniteQuery(
			trpc.billing.listPayouts.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
		),
		queryClient.prefetchInfiniteQuery(
			trpc.billing.workerStatement.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
		),
	]);
	return (
		<ClientMessages namespaces={["money", "payouts"]}>
			<PageHeader title={t("title")} />
			<Hydrate>
				<ThisMonth />
				<PayoutAccount />
				<PayoutList />
				<MoneyHistory />
			</Hydrate>
		</ClientMessages>
	);
}
