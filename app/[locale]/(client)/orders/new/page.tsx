import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { api } from "@/server/trpc/server";
import { RequestForm } from "./_components/request-form";

export async function generateMetadata() {
	return { title: (await getTranslations("orders.new"))("title") };
}

export default async function NewOrder() {
	await demandRole("/orders/new", "client");
	const t = await getTranslations("orders.new");
	const queryClient = getQueryClient();
	const [remembered, me] = await Promise.all([
		api.ordering.getRememberedPlace(),
		api.identity.me(),
		queryClient.prefetchQuery(trpc.ordering.listServiceTypes.queryOptions()),
		queryClient.prefetchQuery(trpc.ordering.listZones.queryOptions()),
		queryClient.prefetchQuery(trpc.ordering.listStartTimes.queryOptions({})),
	]);
	return (
		<>
			<PageHeader title={t("title")} back={{ href: "/orders", label: t("back") }} />
			<Hydrate>
				<RequestForm remembered={remembered} accountId={me?.accountId ?? ""} />
			</Hydrate>
		</>
	);
}
