import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Kiosk } from "./_components/kiosk";

export async function generateMetadata() {
	return { title: (await getTranslations("kiosk"))("title") };
}

export default async function KioskPage() {
	await demandRole("/kiosk", "warehouse");
	const queries = getQueryClient();
	await Promise.all([
		queries.prefetchQuery(trpc.supplies.board.queryOptions()),
		queries.prefetchQuery(trpc.identity.me.queryOptions()),
	]);
	return (
		<Hydrate>
			<Kiosk />
		</Hydrate>
	);
}
