import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { routing } from "../../_i18n/routing";
import { Logo } from "../logo";
import { PlainLink } from "../plain-link";
import { ThemeToggle } from "../theme/theme-toggle";

export type SiteLink = { href: string; label: string };

type SiteHeaderProps = {
	/** Where this page is, without the language, so that the other languages can be linked. */
	path: string;
	/** Pages of the site, beside the name; on phones in a line of their own. */
	links?: readonly SiteLink[];
	/** Links and buttons at the right end. */
	children?: ReactNode;
};

/** The bar on top of public pages. It works without scripts and weighs next to nothing. */
export async function SiteHeader({ path, links = [], children }: SiteHeaderProps) {
	const t = await getTranslations("common");
	const locale = await getLocale();
	const others = routing.locales.filter((other) => other !== locale);
	return (
		<header className="border-line border-b bg-surface">
			<div className="mx-auto flex min-h-14 max-w-5xl flex-wrap items-center gap-x-2 px-4 sm:px-6">
				<PlainLink href="/" className="flex items-center gap-2.5 rounded-sm font-semibold tracking-tight">
					<Logo className="size-8" />
					<span className="max-sm:sr-only">{t("appName")}</span>
				</PlainLink>
				{links.length > 0 && (
					<nav
						aria-label={t("nav.main")}
						className="order-last -mx-4 flex w-screen overflow-x-auto border-line border-t px-1 sm:mx-0 sm:w-full md:order-none md:ml-6 md:w-auto md:border-0 md:px-0"
					>
						{links.map(({ href, label }) => (
							<PlainLink
								key={href}
								href={href}
								{...(href === path && { "aria-current": "page" })}
								className="inline-flex h-11 shrink-0 items-center whitespace-nowrap rounded-md px-3 text-muted text-sm transition-colors hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
							>
								{label}
							</PlainLink>
						))}
					</nav>
				)}
				<div className="ml-auto flex h-14 items-center gap-1">
					{others.map((other) => (
						<a
							key={other}
							href={`/${other}${path === "/" ? "" : path}`}
							hrefLang={other}
							lang={other}
							className="inline-flex h-control items-center rounded-md px-3 text-muted text-sm transition-colors hover:bg-hover hover:text-ink"
						>
							{t(`language.${other}`)}
						</a>
					))}
					<ThemeToggle
						label={t("theme.label")}
						names={{ light: t("theme.light"), dark: t("theme.dark"), system: t("theme.system") }}
					/>
					{children}
				</div>
			</div>
		</header>
	);
}
