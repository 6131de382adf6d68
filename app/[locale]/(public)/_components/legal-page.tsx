import { getMessages, getTranslations } from "next-intl/server";
import { PageIntro } from "./page-intro";
import { SitePage } from "./site-page";

type Document = "privacy" | "terms" | "imprint";

/** A legal text: its sections one after the other, as the catalogue has them. */
export async function LegalPage({ document }: { document: Document }) {
	const t = await getTranslations("legal");
	const { legal } = await getMessages();
	const sections = Object.entries<{ title: string; text: string }>(legal[document].sections);
	return (
		<SitePage
			path={`/${document}`}
			title={t(`${document}.title`)}
			description={t(`${document}.description`)}
			width="prose"
		>
			<PageIntro title={t(`${document}.title`)} lead={t(`${document}.description`)} />
			<p className="rounded-md bg-sunken p-4 text-sm">{t("demo")}</p>
			<div className="space-y-8 py-10">
				{sections.map(([key, { title, text }]) => (
					<section key={key} aria-labelledby={key}>
						<h2 id={key} className="font-semibold text-base">
							{title}
						</h2>
						<p className="wrap-anywhere mt-1 text-muted">{text}</p>
					</section>
				))}
			</div>
			<p className="pb-6 text-muted text-sm">{t("updated")}</p>
		</SitePage>
	);
}
