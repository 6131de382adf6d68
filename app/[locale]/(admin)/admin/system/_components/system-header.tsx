import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_ui/page-header";
import { NavLink } from "@/app/_ui/shell/nav-link";
import { tabLook } from "@/app/_ui/tab-look";

const parts = ["health", "events", "runs", "deliveries", "map"] as const;
export type SystemPart = (typeof parts)[number];

/** The head of each part of the section, with the way to the others. */
export async function SystemHeader({ part }: { part: SystemPart }) {
	const t = await getTranslations("system");
	return (
		<>
			<PageHeader title={t(`${part}.title`)} help={t(`${part}.help`)} className="mb-3 sm:mb-4" />
			<nav aria-label={t("parts.label")} className="mb-6 overflow-x-auto border-line border-b">
				<ul className="flex gap-4 sm:gap-6">
					{parts.map((name) => (
						<li key={name}>
							<NavLink
								item={{
									href: name === "health" ? "/admin/system" : `/admin/system/${name}`,
									label: t(`parts.${name}`),
									icon: null,
									exact: name === "health",
								}}
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
