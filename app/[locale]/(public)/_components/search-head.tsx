import { getLocale, getTranslations } from "next-intl/server";
import { localePath, routing } from "@/app/_i18n/routing";
import enPicture from "./share-en.png";
import ruPicture from "./share-ru.png";
import type { SitePath } from "./site-paths";

const pictures = { en: enPicture, ru: ruPicture };

/**
 * What search and messengers ask of a public page. A page made at build time knows its own address only if APP_URL was set
 * then; else the addresses are relative to wherever it is read.
 */
export async function SearchHead({ path, title, description }: { path: SitePath; title: string; description: string }) {
	const t = await getTranslations("common");
	const locale = await getLocale();
	const at = (page: string) => new URL(page, process.env.APP_URL ?? "http://here").href.replace(/^http:\/\/here/, "");
	const picture = pictures[locale];
	return (
		<>
			<link rel="canonical" href={at(localePath(locale, path))} />
			{routing.locales.map((other) => (
				<link key={other} rel="alternate" hrefLang={other} href={at(localePath(other, path))} />
			))}
			<link rel="alternate" hrefLang="x-default" href={at(localePath(routing.defaultLocale, path))} />
			<meta property="og:type" content="website" />
			<meta property="og:site_name" content={t("appName")} />
			<meta property="og:title" content={title} />
			<meta property="og:description" content={description} />
			<meta property="og:url" content={at(localePath(locale, path))} />
			<meta property="og:locale" content={locale === "ru" ? "ru_RU" : "en_GB"} />
			<meta property="og:image" content={at(picture.src)} />
			<meta property="og:image:width" content={String(picture.width)} />
			<meta property="og:image:height" content={String(picture.height)} />
			<meta property="og:image:alt" content={t("description")} />
			<meta name="twitter:card" content="summary_large_image" />
		</>
	);
}
