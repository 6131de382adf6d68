import { getTranslations } from "next-intl/server";
import { Availability } from "@/app/_ui/availability/availability";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { ProfilePanel } from "../_components/profile-panel";

export async function generateMetadata() {
	return { title: (await getTranslations("jobs.profile"))("title") };
}

export default async function ProfilePage() {
	const { workerId } = await demandRole("/jobs/profile", "worker");
	const t = await getTranslations("jobs.profile");
	const client = getQueryClient();
	await Promise.all([
		client.prefetchQuery(trpc.identity.me.queryOptions()),
		workerId && client.prefetchQuery(trpc.execution.availability.queryOptions({ workerId })),
	]);
	return (
		<>
			<PageHeader title={t("title")} />
			<ClientMessages namespaces={["availability", "jobs"]}>
				<Hydrate>
					<div className="space-y-6">
						{workerId && <Availability own workerId={workerId} />}
						<ProfilePanel />
					</div>
				</Hydrate>
			</ClientMessages>
		</>
	);
}
