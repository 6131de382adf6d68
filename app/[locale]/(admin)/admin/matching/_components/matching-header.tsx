import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { SectionTabs } from "../../_components/section-tabs";

const parts = { versions: "/admin/matching", compare: "/admin/matching/compare" } as const;
type MatchingPart = keyof typeof parts;

/** The head of each part of the section, with the way to the others. */
export async function MatchingHeader({ part }: { part: MatchingPart }) {
	const t = await getTranslations("matching");
	return (
		<>
			<PageHeader title={t(`${part}.title`)} help={t(`${part}.help`)} className="mb-3 sm:mb-4" />
			<SectionTabs
				label={t("parts.label")}
				parts={(Object.keys(parts) as MatchingPart[]).map((name) => ({ href: parts[name], label: t(`parts.${name}`) }))}
			/>
		</>
	);
}
