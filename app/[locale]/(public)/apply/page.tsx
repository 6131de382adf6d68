import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { ClientMessages } from "@/app/_ui/client-messages";
import { breeds, coats } from "@/server/contexts/hiring/contracts";
import { languages } from "@/server/contexts/hiring/contracts/applications";
import { PageIntro } from "../_components/page-intro";
import { SitePage } from "../_components/site-page";
import { ApplyForm } from "./_components/apply-form";

type Props = PageProps<"/[locale]/apply">;

const steps = ["mail", "talk", "tests", "start"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "apply" });
	return { title: t("title"), description: t("description") };
}

/** Made at build time and the same for everybody, so that a flood of visitors costs next to nothing. */
export default async function Apply({ params }: Props) {
	const locale = (await params).locale as Locale;
	setRequestLocale(locale);
	const t = await getTranslations("apply");
	const workers = await getTranslations("workers");
	const candidates = await getTranslations("candidates.languages");
	return (
		<SitePage path="/apply" title={t("title")} description={t("description")}>
			<PageIntro title={t("title")} lead={t("lead")} />
			<div className="grid gap-x-12 gap-y-10 border-line border-t pt-8 md:grid-cols-[3fr_2fr]">
				<ClientMessages namespaces={["apply"]}>
					<ApplyForm
						breeds={breeds.map((value) => ({ value, label: workers(`breeds.${value}`) }))}
						coats={coats.map((value) => ({ value, label: workers(`coats.${value}`) }))}
						languages={languages.map((value) => ({ value, label: candidates(value) }))}
					/>
				</ClientMessages>
				<section aria-labelledby="next" className="max-md:order-first">
					<h2 id="next" className="font-semibold text-lg">
						{t("next.title")}
					</h2>
					<ol className="mt-4 space-y-3 border-line border-l-2 pl-5">
						{steps.map((step) => (
							<li key={step}>{t(`next.${step}`)}</li>
						))}
					</ol>
				</section>
			</div>
		</SitePage>
	);
}
