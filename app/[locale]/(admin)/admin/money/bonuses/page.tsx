import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { bonusesList } from "@/server/contexts/billing/contracts";
import { BonusesTable } from "../_components/bonuses-table";
import { MoneyHeader } from "../_components/money-header";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.bonuses"))("title") };
}

export default async function Bonuses({ searchParams }: PageProps<"/[locale]/admin/money/bonuses">) {
	await demandRole("/admin/money/bonuses", "manager");
	const asked = bonusesList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.billing.bonuses.queryOptions(asked));
	return (
		<>
			<MoneyHeader part="bonuses" />
			<Hydrate>
				<BonusesTable />
			</Hydrate>
		</>
	);
}
