import { BadgeCheck, CalendarClock, type LucideIcon, PackageCheck, Smartphone, Wallet } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { TeamCats } from "@/app/_ui/spot/team-cats";
import { PageIntro } from "../_components/page-intro";
import { SitePage } from "../_components/site-page";

type Props = PageProps<"/[locale]/for-workers">;

const offers: [key: "hours" | "orders" | "supplies" | "pay" | "payday", Icon: LucideIcon][] = [
	["hours", CalendarClock],
	["orders", Smartphone],
	["supplies", PackageCheck],
	["pay", BadgeCheck],
	["payday", Wallet],
];
const duties = ["start", "give", "fail"] as const;
const steps = ["write", "talk", "test", "start"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "site.workers" });
	return { title: t("title"), description: t("description") };
}

export default async function ForWorkers({ params }: Props) {
	setRequestLocale((await params).locale as Locale);
	const t = await getTranslations("site.workers");
	return (
		<SitePage path="/for-workers" title={t("title")} description={t("description")}>
			<PageIntro title={t("title")} lead={t("lead")} />
			<TeamCats className="mb-10" />
			<div className="grid gap-x-12 gap-y-12 border-line border-t pt-10 md:grid-cols-[3fr_2fr]">
				<section aria-labelledby="what">
					<h2 id="what" className="font-semibold text-lg">
						{t("what.title")}
					</h2>
					<ul className="mt-5 space-y-5">
						{offers.map(([key, Icon]) => (
							<li key={key} className="flex gap-4">
								<Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
								<p className="max-w-prose">{t(`what.${key}`)}</p>
							</li>
						))}
					</ul>
				</section>
				<section aria-labelledby="fair">
					<h2 id="fair" className="font-semibold text-lg">
						{t("fair.title")}
					</h2>
					<ul className="mt-5 space-y-4 border-line border-l-2 pl-5">
						{duties.map((duty) => (
							<li key={duty}>{t(`fair.${duty}`)}</li>
						))}
					</ul>
				</section>
			</div>
			<section aria-labelledby="steps" className="mt-12 rounded-md bg-sunken px-6 py-10 sm:px-10">
				<h2 id="steps" className="font-semibold text-lg">
					{t("steps.title")}
				</h2>
				<ol className="mt-5 grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
					{steps.map((step, index) => (
						<li key={step}>
							<span className="figures font-semibold text-muted">{index + 1}</span>
							<p className="mt-1">{t(`steps.${step}`)}</p>
						</li>
					))}
				</ol>
				<PlainLink href="/apply" className={`mt-8 ${buttonLook({ look: "primary", size: "thumb" })}`}>
					{t("apply")}
				</PlainLink>
				<p className="mt-3 text-muted text-sm">{t("applyHelp")}</p>
			</section>
		</SitePage>
	);
}
