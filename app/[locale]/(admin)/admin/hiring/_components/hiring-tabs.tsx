import { getTranslations } from "next-intl/server";
import { SectionTabs } from "../../_components/section-tabs";

const parts = {
	board: "/admin/hiring",
	candidates: "/admin/hiring/candidates",
	figures: "/admin/hiring/figures",
	grading: "/admin/hiring/grading",
	tests: "/admin/hiring/tests",
	sets: "/admin/hiring/sets",
	rules: "/admin/hiring/rules",
	experiments: "/admin/hiring/experiments",
	vacancies: "/admin/hiring/vacancies",
} as const;
type HiringPart = keyof typeof parts;

/** The way to the parts of the section. Each page puts it below its head. */
export async function HiringTabs() {
	const t = await getTranslations("candidates.parts");
	return (
		<SectionTabs
			label={t("label")}
			parts={(Object.keys(parts) as HiringPart[]).map((name) => ({ href: parts[name], label: t(name) }))}
		/>
	);
}
