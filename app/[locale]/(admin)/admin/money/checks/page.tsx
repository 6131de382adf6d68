import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { sealsList } from "@/server/contexts/billing/contracts";
import { BooksCheck } from "../_components/books-check";
import { MoneyHeader } from "../_components/money-header";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.checks"))("title") };
}

export default async function Checks({ searchParams }: PageProps<"/[locale]/admin/money/checks">) {
	await demandRole("/admin/money/checks", "manager");
	const asked = sealsList.fromAddress(await addressOf(searchParams));
	await getQueryClient().prefetchQuery(trpc.billing.seals.queryOptions(asked));
	return (
		<>
			<MoneyHeader part="checks" />
			<Hydrate>
				<BooksCheck />
			</Hydrate>
		</>
	);
}
