import { notFound } from "next/navigation";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { runsList } from "@/server/engine/contracts";
import { holds } from "@/server/kernel/actor";
import { EventView } from "../../_components/event-view";

export default async function Event({ params }: PageProps<"/[locale]/admin/system/events/[eventId]">) {
	const id = decodeURIComponent((await params).eventId);
	const person = await demandRole(`/admin/system/events/${id}`, "manager");
	const client = getQueryClient();
	await Promise.all([
		client.fetchQuery(trpc.events.get.queryOptions({ id, personal: false })).catch(() => notFound()),
		client.prefetchQuery(trpc.engine.listRuns.queryOptions(runsList.input.parse({ search: id }))),
	]);
	return (
		<Hydrate>
			<EventView id={id} admin={holds(person, "admin")} />
		</Hydrate>
	);
}
