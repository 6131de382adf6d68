import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Overview } from "./_components/overview/overview";

export async function generateMetadata() {
	return { title: (await getTranslations("overview"))("title") };
}

/** What needs a manager now, and how things go. */
export default async function Office() {
	await demandRole("/admin", "manager");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.ordering.today.queryOptions()),
		client.prefetchQuery(trpc.ordering.weeks.queryOptions()),
		client.prefetchQuery(trpc.billing.weeks.queryOptions()),
		client.prefetchQuery(trpc.ordering.attention.queryOptions()),
		client.prefetchQuery(trpc.execution.attention.queryOptions()),
		client.prefetchQuery(trpc.supplies.attention.queryOptions()),
		client.prefetchQuery(trpc.notifications.attention.queryOptions()),
		client.prefetchQuery(trpc.engine.health.queryOptions()),
	]);
	return (
		<ClientMessages namespaces={["office", "overview"]}>
			<Hydrate>
				<Overview />
			</Hydrate>
		</ClientMessages>
	);
}
