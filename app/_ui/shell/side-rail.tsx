"use client";

import { Menu as MenuIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { usePathname } from "../../_i18n/navigation";
import { cn } from "../cn";
import { IconButton } from "../icon-button";
import { Link } from "../link";
import { Logo } from "../logo";
import { type NavItem, NavLink } from "./nav-link";

export type RailGroup = { label?: string; items: readonly NavItem[] };

type SideRailProps = {
	home: string;
	/** Names the navigation where there is more than one. */
	label?: string;
	groups: readonly RailGroup[];
	/** Under the name, as the command palette's button. */
	top?: ReactNode;
	/** Beside the menu's button on narrow screens, where `top` is folded away. */
	bar?: ReactNode;
	/** At the foot: who is signed in. */
	foot?: ReactNode;
};

/** The office's navigation: a rail at the left, folded into a bar on narrow screens. */
export function SideRail({ home, label, groups, top, bar, foot }: SideRailProps) {
	const t = useTranslations("common");
	const pathname = usePathname();
	// Open at one address only: whoever has arrived does not need the menu any more.
	const [openAt, setOpenAt] = useState<string | null>(null);
	const open = openAt === pathname;
	return (
		<header className="shrink-0 border-line bg-sunken max-lg:border-b lg:sticky lg:top-0 lg:h-dvh lg:w-56 lg:border-r">
			<div className="flex h-full flex-col">
				<div className="flex h-14 items-center gap-2 px-4">
					<Link
						look="plain"
						href={home}
						className="flex min-w-0 flex-1 items-center gap-2 font-semibold tracking-tight"
					>
						<Logo className="size-7 shrink-0" />
						<span className="truncate">{t("appName")}</span>
					</Link>
					{bar && <div className="lg:hidden">{bar}</div>}
					<IconButton
						className="lg:hidden"
						label={open ? t("actions.close") : t("actions.menu")}
						icon={open ? <X /> : <MenuIcon />}
						aria-expanded={open}
						onClick={() => setOpenAt(open ? null : pathname)}
					/>
				</div>
				<div className={cn("flex min-h-0 flex-1 flex-col", !open && "max-lg:hidden")}>
					{top && <div className="px-3 pb-3">{top}</div>}
					<nav aria-label={label ?? t("nav.main")} className="min-h-0 flex-1 space-y-4 overflow-y-auto px-3 pb-3">
						{groups.map((group) => (
							<RailSection key={group.label ?? group.items[0]?.href} group={group} />
						))}
					</nav>
					{foot && <div className="border-line border-t p-3">{foot}</div>}
				</div>
			</div>
		</header>
	);
}

function RailSection({ group }: { group: RailGroup }) {
	return (
		<div>
			{group.label && <p className="px-2 pb-1 font-medium text-muted text-xs">{group.label}</p>}
			<ul className="space-y-0.5">
				{group.items.map((item) => (
					<li key={item.href}>
						<NavLink
							item={item}
							className="flex h-9 items-center gap-2.5 rounded-md px-2 text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink lg:h-8 [&_svg]:size-4 [&_svg]:shrink-0"
						>
							{item.icon}
							<span className="min-w-0 flex-1 truncate">{item.label}</span>
							{item.count ? (
								<span className="figures min-w-5 rounded-full bg-warn-tint px-1.5 text-center font-medium text-warn text-xs leading-5">
									<span aria-hidden>{item.count}</span>
									{item.countLabel && <span className="sr-only">{item.countLabel}</span>}
								</span>
							) : null}
						</NavLink>
					</li>
				))}
			</ul>
		</div>
	);
}
