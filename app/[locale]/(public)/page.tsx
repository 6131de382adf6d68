import { Camera, RotateCcw, ScanSearch, Trophy } from "lucide-react";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { CarryingCat } from "@/app/_ui/spot/carrying-cat";
import { SofaCat } from "@/app/_ui/spot/sofa-cat";
import { SundayCat } from "@/app/_ui/spot/sunday-cat";
import { TeamCats } from "@/app/_ui/spot/team-cats";
import { OrderPreview } from "./_components/order-preview";
import { SitePage } from "./_components/site-page";

const steps = [
	{ key: "order", Picture: SofaCat },
	{ key: "match", Picture: CarryingCat },
	{ key: "pay", Picture: SundayCat },
] as const;

const reasons = [
	{ key: "chosen", Icon: Trophy },
	{ key: "followed", Icon: Camera },
	{ key: "checked", Icon: ScanSearch },
	{ key: "replaced", Icon: RotateCcw },
] as const;

const moreLook = "font-medium underline decoration-edge underline-offset-4 hover:decoration-ink";

export default async function Landing({ params }: PageProps<"/[locale]">) {
	setRequestLocale((await params).locale as Locale);
	const t = await getTranslations("landing");
	const common = await getTranslations("common");
	return (
		<SitePage path="/" title={t("title")} description={common("description")}>
			<section className="grid items-center gap-x-12 gap-y-10 py-6 sm:py-12 lg:grid-cols-[1fr_26rem]">
				<div>
					<h1 className="font-semibold text-2xl tracking-tight sm:text-3xl">{t("title")}</h1>
					<p className="mt-5 max-w-prose text-lg text-muted">{t("lead")}</p>
					<div className="mt-8 flex flex-wrap gap-3">
						<PlainLink href="/orders/new" className={buttonLook({ look: "primary", size: "thumb" })}>
							{t("order")}
						</PlainLink>
						<PlainLink href="/prices" className={buttonLook({ size: "thumb" })}>
							{t("seePrices")}
						</PlainLink>
					</div>
					<p className="mt-6 text-muted text-sm">{t("promise")}</p>
				</div>
				<OrderPreview />
			</section>

			<section aria-labelledby="how" className="border-line border-t py-12 sm:py-16">
				<h2 id="how" className="font-semibold text-xl tracking-tight">
					{t("how")}
				</h2>
				<ol className="mt-8 grid gap-10 sm:grid-cols-3 sm:gap-8">
					{steps.map(({ key, Picture }, index) => (
						<li key={key}>
							<Picture className="w-full max-w-48" />
							<h3 className="mt-4 font-semibold">
								<span className="figures mr-2 text-muted">{index + 1}</span>
								{t(`steps.${key}.title`)}
							</h3>
							<p className="mt-1 text-muted">{t(`steps.${key}.text`)}</p>
						</li>
					))}
				</ol>
				<p className="mt-8">
					<PlainLink href="/how-it-works" className={moreLook}>
						{t("howMore")}
					</PlainLink>
				</p>
			</section>

			<section
				aria-labelledby="prices"
				className="grid gap-6 border-line border-t py-12 sm:py-16 md:grid-cols-[1fr_2fr]"
			>
				<h2 id="prices" className="font-semibold text-xl tracking-tight">
					{t("prices.title")}
				</h2>
				<div className="max-w-prose">
					<p className="text-lg">{t("prices.text")}</p>
					<PlainLink href="/prices" className={`mt-6 ${buttonLook()}`}>
						{t("prices.more")}
					</PlainLink>
				</div>
			</section>

			<section aria-labelledby="trust" className="border-line border-t py-12 sm:py-16">
				<h2 id="trust" className="font-semibold text-xl tracking-tight">
					{t("trust.title")}
				</h2>
				<ul className="mt-8 grid gap-x-12 gap-y-8 sm:grid-cols-2">
					{reasons.map(({ key, Icon }) => (
						<li key={key} className="flex gap-4">
							<Icon aria-hidden className="mt-0.5 size-6 shrink-0 text-muted" />
							<div>
								<h3 className="font-semibold">{t(`trust.${key}.title`)}</h3>
								<p className="mt-1 text-muted">{t(`trust.${key}.text`)}</p>
							</div>
						</li>
					))}
				</ul>
			</section>

			<section aria-labelledby="workers" className="rounded-md bg-sunken px-6 py-10 sm:px-10">
				<TeamCats />
				<h2 id="workers" className="mt-5 font-semibold text-xl tracking-tight">
					{t("workers.title")}
				</h2>
				<p className="mt-2 max-w-prose text-muted">{t("workers.text")}</p>
				<PlainLink href="/for-workers" className={`mt-6 ${buttonLook()}`}>
					{t("workers.more")}
				</PlainLink>
			</section>

			<section aria-labelledby="end" className="flex flex-col items-center py-16 text-center">
				<h2 id="end" className="max-w-prose font-semibold text-xl tracking-tight">
					{t("end.title")}
				</h2>
				<p className="mt-3 max-w-prose text-muted">{t("end.text")}</p>
				<PlainLink href="/orders/new" className={`mt-6 ${buttonLook({ size: "thumb" })}`}>
					{t("order")}
				</PlainLink>
			</section>
		</SitePage>
	);
}
