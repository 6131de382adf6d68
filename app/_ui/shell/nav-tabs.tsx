import { cn } from "../cn";
import { tabLook } from "../tab-look";
import { type NavItem, NavLink } from "./nav-link";

/** Tabs that are pages, each with its address. */
export function NavTabs({ label, items, className }: { label: string; items: readonly NavItem[]; className?: string }) {
	return (
		<nav aria-label={label} className={cn("flex gap-6 overflow-x-auto border-line border-b", className)}>
			{items.map((item) => (
				<NavLink key={item.href} item={item} className={tabLook}>
					{item.label}
					{item.count !== undefined && <span className="figures text-muted">{item.count}</span>}
				</NavLink>
			))}
		</nav>
	);
}
