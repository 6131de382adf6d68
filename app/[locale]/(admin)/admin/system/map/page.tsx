import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { SystemHeader } from "../_components/system-header";
import { MapView } from "./_components/map-view";

export async function generateMetadata() {
	return { title: (await getTranslations("system.map"))("title") };
}

export default async function HouseMap() {
	await demandRole("/admin/system/map", "manager");
	await getQueryClient().prefetchQuery(trpc.engine.map.queryOptions());
	return (
		<>
			<SystemHeader part="map" />
			<Hydrate>
				<MapView />
			</Hydrate>
		</>
	);
}
