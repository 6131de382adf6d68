import { useTranslations } from "next-intl";
import { type NavItem, NavLink } from "./nav-link";

/** The worker's navigation: at the thumb, icon and word, above the phone's own bar. */
export function BottomNav({ items, label }: { items: readonly NavItem[]; label?: string }) {
	const t = useTranslations("common.nav");
	return (
		<nav
			aria-label={label ?? t("main")}
			className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
		>
			<ul className="mx-auto flex max-w-2xl">
				{items.map((item) => (
					<li key={item.href} className="min-w-0 flex-1">
						<NavLink
							item={item}
							className="relative flex h-16 flex-col items-center justify-center gap-1 text-muted text-xs transition-colors focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink [&_svg]:size-6"
						>
							{item.icon}
							<span className="max-w-full truncate px-1">{item.label}</span>
							{item.count ? (
								<span className="figures absolute top-1.5 left-1/2 ml-2 min-w-5 rounded-full bg-inverse px-1.5 text-center font-semibold text-on-inverse text-xs">
									{item.count}
								</span>
							) : null}
						</NavLink>
					</li>
				))}
			</ul>
		</nav>
	);
}
