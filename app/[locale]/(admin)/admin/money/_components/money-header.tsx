import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { SectionTabs } from "../../_components/section-tabs";

const parts = {
	coming: "/admin/money",
	invoices: "/admin/money/invoices",
	payouts: "/admin/money/payouts",
	bonuses: "/admin/money/bonuses",
	approvals: "/admin/money/approvals",
	ledger: "/admin/money/ledger",
	checks: "/admin/money/checks",
} as const;
type MoneyPart = keyof typeof parts;

/** The head of each part of the section, with the way to the others. */
export async function MoneyHeader({ part }: { part: MoneyPart }) {
	const t = await getTranslations("ledger");
	return (
		<>
			<PageHeader title={t(`${part}.title`)} help={t(`${part}.help`)} className="mb-3 sm:mb-4" />
			<SectionTabs
				label={t("parts.label")}
				parts={(Object.keys(parts) as MoneyPart[]).map((name) => ({ href: parts[name], label: t(`parts.${name}`) }))}
			/>
		</>
	);
}
