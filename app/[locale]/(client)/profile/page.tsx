import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { ProfilePanel } from "./_components/profile-panel";

export async function generateMetadata() {
	return { title: (await getTranslations("profile"))("title") };
}

export default async function Profile() {
	await demandRole("/profile", "client");
	const t = await getTranslations("profile");
	await getQueryClient().prefetchQuery(trpc.identity.me.queryOptions());
	return (
		<>
			<PageHeader title={t("title")} />
			<Hydrate>
				<ProfilePanel />
			</Hydrate>
		</>
	);
}
