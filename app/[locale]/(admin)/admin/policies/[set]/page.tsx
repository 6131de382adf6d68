import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { policySetName } from "@/server/platform/policies/contracts";
import { ChangePolicy } from "../_components/change-policy";

export async function generateMetadata() {
	return { title: (await getTranslations("policies"))("title") };
}

export default async function ChangeOfPolicies({ params }: PageProps<"/[locale]/admin/policies/[set]">) {
	const { set } = await params;
	await demandRole(`/admin/policies/${set}`, "admin");
	const known = policySetName.safeParse(set);
	if (!known.success) notFound();
	await getQueryClient().prefetchQuery(trpc.policies.list.queryOptions());
	return (
		<ClientMessages namespaces={["policies", "workers"]}>
			<Hydrate>
				<ChangePolicy set={known.data} />
			</Hydrate>
		</ClientMessages>
	);
}
