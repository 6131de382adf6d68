import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { boardInput } from "@/server/contexts/hiring/contracts/applications";
import { Board } from "./_components/board";
import { HiringTabs } from "./_components/hiring-tabs";

export async function generateMetadata() {
	return { title: (await getTranslations("candidates.board"))("title") };
}

export default async function Hiring({ searchParams }: PageProps<"/[locale]/admin/hiring">) {
	await demandRole("/admin/hiring", "manager");
	const t = await getTranslations("candidates.board");
	const address = await addressOf(searchParams);
	const asked = boardInput.safeParse({ vacancyId: address.get("vacancy") ?? undefined }).data ?? {};
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.hiring.vacancies.queryOptions()),
		client.prefetchQuery(trpc.hiring.candidatesBoard.queryOptions(asked)),
	]);
	return (
		<>
			<PageHeader title={t("title")} help={t("help")} className="mb-3 sm:mb-4" />
			<HiringTabs />
			<Hydrate>
				<Board />
			</Hydrate>
		</>
	);
}
