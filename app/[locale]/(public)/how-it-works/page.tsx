import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { CarryingCat } from "@/app/_ui/spot/carrying-cat";
import { PageIntro } from "../_components/page-intro";
import { SitePage } from "../_components/site-page";

type Props = PageProps<"/[locale]/how-it-works">;

const steps = ["order", "match", "supplies", "work", "pay"] as const;
const questions = ["cancel", "noShow", "same", "whoCan"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "site.how" });
	return { title: t("title"), description: t("description") };
}

export default async function HowItWorks({ params }: Props) {
	setRequestLocale((await params).locale as Locale);
	const t = await getTranslations("site.how");
	const landing = await getTranslations("landing");
	return (
		<SitePage path="/how-it-works" title={t("title")} description={t("description")}>
			<div className="grid items-center gap-8 md:grid-cols-[3fr_2fr]">
				<PageIntro title={t("title")} lead={t("lead")} />
				<CarryingCat className="mx-auto w-full max-w-56" />
			</div>
			<ol className="mt-4 divide-y divide-line border-line border-y">
				{steps.map((step, index) => (
					<li key={step} className="grid gap-x-8 gap-y-1 py-6 md:grid-cols-[1fr_2fr]">
						<h2 className="font-semibold">
							<span className="figures mr-3 text-muted">{index + 1}</span>
							{t(`steps.${step}.title`)}
						</h2>
						<p className="max-w-prose text-muted">{t(`steps.${step}.text`)}</p>
					</li>
				))}
			</ol>
			<section aria-labelledby="questions" className="py-12">
				<h2 id="questions" className="font-semibold text-xl tracking-tight">
					{t("questions")}
				</h2>
				<div className="mt-6 grid gap-x-12 gap-y-8 sm:grid-cols-2">
					{questions.map((question) => (
						<div key={question}>
							<h3 className="font-semibold">{t(`faq.${question}.title`)}</h3>
							<p className="mt-1 text-muted">{t(`faq.${question}.text`)}</p>
						</div>
					))}
				</div>
				<PlainLink href="/orders/new" className={`mt-10 ${buttonLook({ look: "primary", size: "thumb" })}`}>
					{landing("order")}
				</PlainLink>
			</section>
		</SitePage>
	);
}
