import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { SectionTabs } from "../../_components/section-tabs";

const parts = ["health", "events", "runs", "deliveries", "map"] as const;
export type SystemPart = (typeof parts)[number];

/** The head of each part of the section, with the way to the others. */
export async function SystemHeader({ part }: { part: SystemPart }) {
	const t = await getTranslations("system");
	return (
		<>
			<PageHeader title={t(`${part}.title`)} help={t(`${part}.help`)} className="mb-3 sm:mb-4" />
			<SectionTabs
				label={t("parts.label")}
				parts={parts.map((name) => ({
					href: name === "health" ? "/admin/system" : `/admin/system/${name}`,
					label: t(`parts.${name}`),
				}))}
			/>
		</>
	);
}
