import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { HealthView } from "./_components/health-view";
import { SystemHeader } from "./_components/system-header";

export async function generateMetadata() {
	return { title: (await getTranslations("system.health"))("title") };
}

export default async function System() {
	await demandRole("/admin/system", "manager");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.engine.installation.queryOptions()),
		client.prefetchQuery(trpc.notifications.deliveryFigures.queryOptions()),
	]);
	return (
		<>
			<SystemHeader part="health" />
			<Hydrate>
				<HealthView />
			</Hydrate>
		</>
	);
}
