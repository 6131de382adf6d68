import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { Hydrate } from "@/app/_ui/query/hydrate";
import { addressOf } from "@/app/_ui/table-kit/address";
import { prefetchScreening } from "../../_components/prefetch-screening";
import { EditRule } from "../_components/edit-rule";

export async function generateMetadata() {
	return { title: (await getTranslations("screening.edit"))("title") };
}

export default async function Edit({ searchParams }: PageProps<"/[locale]/admin/hiring/rules/edit">) {
	await demandRole("/admin/hiring/rules/edit", "manager");
	await prefetchScreening(await addressOf(searchParams));
	return (
		<Hydrate>
			<EditRule />
		</Hydrate>
	);
}
