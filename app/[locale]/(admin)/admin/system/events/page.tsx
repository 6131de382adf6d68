import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { eventsList } from "@/server/events/contracts";
import { EventList } from "../_components/event-list";
import { SystemHeader } from "../_components/system-header";

export async function generateMetadata() {
	return { title: (await getTranslations("system.events"))("title") };
}

export default async function Events({ searchParams }: PageProps<"/[locale]/admin/system/events">) {
	await demandRole("/admin/system/events", "manager");
	const asked = eventsList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.events.list.queryOptions(asked)),
		client.prefetchQuery(trpc.engine.map.queryOptions()),
	]);
	return (
		<>
			<SystemHeader part="events" />
			<Hydrate>
				<EventList />
			</Hydrate>
		</>
	);
}
