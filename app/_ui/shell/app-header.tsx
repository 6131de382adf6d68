import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../cn";
import { Link } from "../link";
import { Logo } from "../logo";

type AppHeaderProps = {
	/** Where the logo leads: the start page of whoever is here. */
	home: string;
	/** Links in the middle. */
	children?: ReactNode;
	/** The links have another place on phones, as a bar at the thumb. */
	wideOnly?: boolean;
	/** At the right end: account menu, language. */
	actions?: ReactNode;
};

/** The bar on top of the client's, the public and the worker's pages. */
export function AppHeader({ home, children, wideOnly, actions }: AppHeaderProps) {
	const t = useTranslations("common");
	return (
		<header className="border-line border-b bg-surface">
			<div className="mx-auto flex h-14 max-w-5xl items-center gap-4 px-4 sm:px-6">
				<Link look="plain" href={home} className="flex items-center gap-2.5 font-semibold tracking-tight">
					<Logo className="size-8" />
					<span className="max-sm:sr-only">{t("appName")}</span>
				</Link>
				{children && (
					<nav
						aria-label={t("nav.main")}
						className={cn("flex h-full min-w-0 flex-1 items-center gap-6 overflow-x-auto", wideOnly && "max-sm:hidden")}
					>
						{children}
					</nav>
				)}
				<div className="ml-auto flex items-center gap-1">{actions}</div>
			</div>
		</header>
	);
}
