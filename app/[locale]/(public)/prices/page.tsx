import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { makeFormats } from "@/app/_ui/format/formats";
import { getBusiness } from "@/app/_ui/format/get-format";
import { PlainLink } from "@/app/_ui/plain-link";
import { api } from "@/server/trpc/server";
import { PageIntro } from "../_components/page-intro";
import { SitePage } from "../_components/site-page";
import { DiscountTable } from "./_components/discount-table";
import { ServiceList } from "./_components/service-list";

type Props = PageProps<"/[locale]/prices">;

const outcomes = ["completed", "cancelled", "failed"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "site.prices" });
	return { title: t("title"), description: t("description") };
}

/** What can be ordered now and on what terms, whole in the first answer: nothing is filled in by scripts. */
export default async function Prices({ params }: Props) {
	const locale = (await params).locale as Locale;
	setRequestLocale(locale);
	const t = await getTranslations("site.prices");
	const landing = await getTranslations("landing");
	const [services, terms, business] = await Promise.all([
		api.ordering.listServiceTypes(),
		api.business.priceTerms(),
		getBusiness(),
	]);
	const format = makeFormats(locale, business);
	return (
		<SitePage path="/prices" title={t("title")} description={t("description")}>
			<PageIntro title={t("title")} lead={t("lead")} />
			<section aria-labelledby="services">
				<h2 id="services" className="sr-only">
					{t("services")}
				</h2>
				{services.length === 0 && <p className="text-muted">{t("none")}</p>}
				<ServiceList services={services} locale={locale} format={format} />
				<PlainLink href="/orders/new" className={`mt-8 ${buttonLook({ look: "primary", size: "thumb" })}`}>
					{landing("order")}
				</PlainLink>
			</section>
			<div className="grid gap-12 py-12 md:grid-cols-2 md:py-16">
				<div>
					<h2 className="font-semibold text-lg">{t("discount")}</h2>
					<p className="mt-1 mb-4 text-muted">{t("discountHelp")}</p>
					<DiscountTable ladder={terms.discountLadder} format={format} />
				</div>
				<section aria-labelledby="rules">
					<h2 id="rules" className="font-semibold text-lg">
						{t("rules")}
					</h2>
					<p className="mt-1 text-muted">{t("fixed")}</p>
					<ul className="mt-4 space-y-2 border-line border-l-2 pl-5">
						{outcomes.map((outcome) => (
							<li key={outcome}>{t(`due.${outcome}`, { percent: format.percent(terms.duePercent[outcome]) })}</li>
						))}
						<li>{t("free")}</li>
						<li>{t("weekly")}</li>
					</ul>
				</section>
			</div>
		</SitePage>
	);
}
