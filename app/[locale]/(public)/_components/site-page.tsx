import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { Shell } from "@/app/_ui/shell/shell";
import { SiteHeader } from "@/app/_ui/shell/site-header";
import { SearchHead } from "./search-head";
import { SiteFooter } from "./site-footer";
import type { SitePath } from "./site-paths";

type SitePageProps = {
	path: SitePath;
	/** As messengers show the page when it is shared. */
	title: string;
	description: string;
	width?: "prose" | "page";
	children: ReactNode;
};

/** The frame of a public page: it is read, linked and left without any script. */
export async function SitePage({ path, title, description, width = "page", children }: SitePageProps) {
	const t = await getTranslations("site.nav");
	const links = [
		{ href: "/how-it-works", label: t("how") },
		{ href: "/prices", label: t("prices") },
		{ href: "/for-workers", label: t("forWorkers") },
	];
	const header = (
		<SiteHeader path={path} links={links}>
			<PlainLink href="/sign-in" className={buttonLook()}>
				{t("signIn")}
			</PlainLink>
		</SiteHeader>
	);
	return (
		<Shell place="site" width={width} header={header} footer={<SiteFooter />}>
			<SearchHead path={path} title={title} description={description} />
			{children}
		</Shell>
	);
}
