import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { TeamCats } from "@/app/_ui/spot/team-cats";
import { PageIntro } from "../../_components/page-intro";
import { SitePage } from "../../_components/site-page";

type Props = PageProps<"/[locale]/apply/received">;

const steps = ["talk", "tests", "start"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "apply.received" });
	return { title: t("title"), robots: { index: false } };
}

/** What a cat sees that has applied. It says nothing of the cat, so it is the same for everybody. */
export default async function Received({ params }: Props) {
	setRequestLocale((await params).locale as Locale);
	const t = await getTranslations("apply");
	return (
		<SitePage path="/apply" title={t("title")} description={t("description")}>
			<PageIntro title={t("received.title")} lead={t("received.lead")} />
			<TeamCats className="mb-10" />
			<h2 className="font-semibold text-lg">{t("next.title")}</h2>
			<ol className="mt-4 space-y-3 border-line border-l-2 pl-5">
				{steps.map((step) => (
					<li key={step}>{t(`next.${step}`)}</li>
				))}
			</ol>
			<PlainLink href="/" className={`mt-8 ${buttonLook({ size: "thumb" })}`}>
				{t("received.home")}
			</PlainLink>
		</SitePage>
	);
}
