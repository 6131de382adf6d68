import { getTranslations } from "next-intl/server";
import { Logo } from "@/app/_ui/logo";
import { PlainLink } from "@/app/_ui/plain-link";

/** The end of every public page: all other pages of the site. */
export async function SiteFooter() {
	const t = await getTranslations("site");
	const common = await getTranslations("common");
	const groups = [
		{
			title: t("nav.service"),
			links: [
				{ href: "/how-it-works", label: t("nav.how") },
				{ href: "/prices", label: t("nav.prices") },
				{ href: "/orders/new", label: t("nav.request") },
			],
		},
		{
			title: t("nav.company"),
			links: [
				{ href: "/for-workers", label: t("nav.forWorkers") },
				{ href: "/apply", label: t("nav.apply") },
				{ href: "/imprint", label: t("nav.imprint") },
			],
		},
		{
			title: t("nav.legal"),
			links: [
				{ href: "/privacy", label: t("nav.privacy") },
				{ href: "/terms", label: t("nav.terms") },
			],
		},
	];
	return (
		<footer className="border-line border-t bg-sunken">
			<div className="mx-auto grid max-w-5xl grid-cols-2 gap-8 px-4 py-12 sm:px-6 md:grid-cols-[2fr_1fr_1fr_1fr]">
				<div className="col-span-2 md:col-span-1">
					<p className="flex items-center gap-2.5 font-semibold tracking-tight">
						<Logo className="size-8" />
						{common("appName")}
					</p>
					<p className="mt-3 max-w-64 text-muted text-sm">{t("footer")}</p>
				</div>
				{groups.map(({ title, links }) => (
					<nav key={title} aria-label={title}>
						<p className="font-semibold text-sm">{title}</p>
						<ul className="mt-2">
							{links.map(({ href, label }) => (
								<li key={href}>
									<PlainLink
										href={href}
										className="inline-flex min-h-8 items-center rounded-sm text-muted text-sm hover:text-ink hover:underline hover:underline-offset-4"
									>
										{label}
									</PlainLink>
								</li>
							))}
						</ul>
					</nav>
				))}
			</div>
		</footer>
	);
}
