"use client";

import { useEffect, useRef } from "react";
import { NavLink } from "@/app/_ui/shell/nav-link";
import { tabLook } from "@/app/_ui/tab-look";

/** The way to the parts of a section; the first stands at the section's own address. */
export function SectionTabs({ label, parts }: { label: string; parts: readonly { href: string; label: string }[] }) {
	const bar = useRef<HTMLElement>(null);

	// On a phone not all parts are in sight, and the one that is open must be.
	useEffect(() => {
		const open = bar.current?.querySelector<HTMLElement>("[aria-current=page]");
		if (bar.current && open)
			bar.current.scrollLeft = open.offsetLeft - (bar.current.clientWidth - open.offsetWidth) / 2;
	}, []);
	return (
		<nav ref={bar} aria-label={label} className="relative mb-6 overflow-x-auto border-line border-b">
			<ul className="flex gap-4 sm:gap-6">
				{parts.map((part, place) => (
					<li key={part.href}>
						<NavLink item={{ ...part, icon: null, exact: place === 0 }} className={tabLook}>
							{part.label}
						</NavLink>
					</li>
				))}
			</ul>
		</nav>
	);
}
