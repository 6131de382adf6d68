"use client";

import type { ReactNode } from "react";
import { usePathname } from "../../_i18n/navigation";
import { Link } from "../link";

export type NavItem = {
	href: string;
	label: string;
	icon: ReactNode;
	/** Only the address itself is this item, not what lies below it. */
	exact?: boolean;
	/** How many things wait there. */
	count?: number;
	/** The same in words, for those who do not see where the number stands. */
	countLabel?: string;
};

const isHere = (pathname: string, { href, exact }: NavItem) =>
	pathname === href || (!exact && pathname.startsWith(`${href}/`));

/** On a phone a bar may be longer than the screen is wide. */
function intoSight(link: HTMLAnchorElement | null): void {
	const bar = link?.closest("nav");
	if (link && bar)
		bar.scrollLeft += Math.max(0, link.getBoundingClientRect().right - bar.getBoundingClientRect().right);
}

/** A link of a navigation that knows whether one is there. */
export function NavLink({ item, className, children }: { item: NavItem; className: string; children: ReactNode }) {
	const here = isHere(usePathname(), item);
	return (
		<Link look="plain" href={item.href} className={className} {...(here && { "aria-current": "page", ref: intoSight })}>
			{children}
		</Link>
	);
}
