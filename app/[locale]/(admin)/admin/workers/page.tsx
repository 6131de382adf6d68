import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { filterOf } from "./_components/filter";
import { WorkersTable } from "./_components/workers-table";

export async function generateMetadata() {
	return { title: (await getTranslations("workers.list"))("title") };
}

export default async function Workers({ searchParams }: PageProps<"/[locale]/admin/workers">) {
	await demandRole("/admin/workers", "manager");
	const t = await getTranslations("workers.list");
	const filter = filterOf(new URLSearchParams(await plain(searchParams)));
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
		client.prefetchInfiniteQuery(
			trpc.hiring.listWorkers.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
		),
	]);
	return (
		<ClientMessages namespaces={["workers"]}>
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

const plain = async (params: Promise<Record<string, string | string[] | undefined>>) =>
	Object.entries(await params).flatMap(([key, value]): [string, string][] =>
		typeof value === "string" ? [[key, value]] : [],
	);
