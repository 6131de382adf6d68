import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { NavLink } from "@/app/_ui/shell/nav-link";
import { tabLook } from "@/app/_ui/tab-look";

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
			<nav aria-label={t("parts.label")} className="mb-6 overflow-x-auto border-line border-b">
				<ul className="flex gap-4 sm:gap-6">
					{(Object.keys(parts) as MoneyPart[]).map((name) => (
						<li key={name}>
							<NavLink
								item={{ href: parts[name], label: t(`parts.${name}`), icon: null, exact: name === "coming" }}
								className={tabLook}
							>
								{t(`parts.${name}`)}
							</NavLink>
						</li>
					))}
				</ul>
			</nav>
		</>
	);
}
