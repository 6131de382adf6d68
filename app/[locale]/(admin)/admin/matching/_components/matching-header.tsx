import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { NavLink } from "@/app/_ui/shell/nav-link";
import { tabLook } from "@/app/_ui/tab-look";

const parts = { versions: "/admin/matching", compare: "/admin/matching/compare" } as const;
type MatchingPart = keyof typeof parts;

/** The head of each part of the section, with the way to the others. */
export async function MatchingHeader({ part }: { part: MatchingPart }) {
	const t = await getTranslations("matching");
	return (
		<>
			<PageHeader title={t(`${part}.title`)} help={t(`${part}.help`)} className="mb-3 sm:mb-4" />
			<nav aria-label={t("parts.label")} className="mb-6 overflow-x-auto border-line border-b">
				<ul className="flex gap-4 sm:gap-6">
					{(Object.keys(parts) as MatchingPart[]).map((name) => (
						<li key={name}>
							<NavLink
								item={{ href: parts[name], label: t(`parts.${name}`), icon: null, exact: name === "versions" }}
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
