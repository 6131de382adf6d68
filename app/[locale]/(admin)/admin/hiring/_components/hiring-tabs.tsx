import { getTranslations } from "next-intl/server";
import { NavLink } from "@/app/_ui/shell/nav-link";
import { tabLook } from "@/app/_ui/tab-look";

const parts = {
	board: "/admin/hiring",
	candidates: "/admin/hiring/candidates",
	grading: "/admin/hiring/grading",
	tests: "/admin/hiring/tests",
	sets: "/admin/hiring/sets",
	rules: "/admin/hiring/rules",
	experiments: "/admin/hiring/experiments",
} as const;
type HiringPart = keyof typeof parts;

/** The way to the parts of the section. Each page puts it below its head. */
export async function HiringTabs() {
	const t = await getTranslations("candidates.parts");
	return (
		<nav aria-label={t("label")} className="mb-6 overflow-x-auto border-line border-b">
			<ul className="flex gap-4 sm:gap-6">
				{(Object.keys(parts) as HiringPart[]).map((name) => (
					<li key={name}>
						<NavLink
							item={{ href: parts[name], label: t(name), icon: null, exact: name === "board" }}
							className={tabLook}
						>
							{t(name)}
						</NavLink>
					</li>
				))}
			</ul>
		</nav>
	);
}
