import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { localePath, routing } from "./_i18n/routing";
import { sitePaths } from "./[locale]/(public)/_components/site-paths";

/** Made when asked for: only then is it known under which address this installation is reached. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
	await connection();
	const at = (locale: (typeof routing.locales)[number], path: string) =>
		new URL(localePath(locale, path), process.env.APP_URL).href;
	return sitePaths.flatMap((path) =>
		routing.locales.map((locale) => ({
			url: at(locale, path),
			alternates: { languages: Object.fromEntries(routing.locales.map((other) => [other, at(other, path)])) },
		})),
	);
}
