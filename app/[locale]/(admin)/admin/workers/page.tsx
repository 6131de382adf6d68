import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { workersList } from "@/server/contexts/hiring/contracts";
import { WorkersTable } from "./_components/workers-table";

export async function generateMetadata() {
	return { title: (await getTranslations("workers.list"))("title") };
}

export default async function Workers({ searchParams }: PageProps<"/[locale]/admin/workers">) {
	await demandRole("/admin/workers", "manager");
	const t = await getTranslations("workers.list");
	const asked = workersList.fromAddress(await addressOf(searchParams));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
		client.prefetchQuery(trpc.hiring.listWorkers.queryOptions(asked)),
	]);
	return (
		<ClientMessages namespaces={["lists", "workers"]}>
			<PageHeader
				title={t("title")}
				actions={
					<Button asChild look="primary">
						<Link href="/admin/workers/new" look="plain">
							<Plus aria-hidden />
							{t("add")}
						</Link>
					</Button>
				}
			/>
			<Hydrate>
				<WorkersTable />
			</Hydrate>
		</ClientMessages>
	);
}
