import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { demandRole } from "@/app/_ui/demand-role";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { testsList } from "@/server/contexts/hiring/contracts/tests";
import { HiringTabs } from "../_components/hiring-tabs";
import { LibraryTable } from "./_components/library-table";

export async function generateMetadata() {
	return { title: (await getTranslations("library"))("title") };
}

export default async function Library({ searchParams }: PageProps<"/[locale]/admin/hiring/tests">) {
	await demandRole("/admin/hiring/tests", "manager");
	const t = await getTranslations("library");
	const asked = testsList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.testRows.queryOptions(asked)),
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
	]);
	return (
		<>
			<PageHeader
				title={t("title")}
				help={t("help")}
				className="mb-3 sm:mb-4"
				actions={
					<Button asChild look="primary">
						<Link href="/admin/hiring/tests/new" look="plain">
							<Plus aria-hidden />
							{t("add")}
						</Link>
					</Button>
				}
			/>
			<HiringTabs />
			<Hydrate>
				<LibraryTable />
			</Hydrate>
		</>
	);
}
