import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { buttonLook } from "@/app/_ui/button-look";
import { PlainLink } from "@/app/_ui/plain-link";
import { Shell } from "@/app/_ui/shell/shell";
import { SiteHeader } from "@/app/_ui/shell/site-header";
import { NapCat } from "@/app/_ui/spot/nap-cat";

const steps = ["order", "match", "kit", "pay"] as const;

export default async function Landing({ params }: PageProps<"/[locale]">) {
	setRequestLocale((await params).locale as Locale);
	const t = await getTranslations("landing");
	const header = (
		<SiteHeader path="/">
			<PlainLink href="/sign-in" className={buttonLook()}>
				{t("signIn")}
			</PlainLink>
		</SiteHeader>
	);
	return (
		<Shell place="site" header={header}>
			<section className="grid items-center gap-8 py-8 sm:py-12 md:grid-cols-[3fr_2fr]">
				<div>
					<h1 className="text-balance font-semibold text-2xl tracking-tight">{t("title")}</h1>
					<p className="mt-4 max-w-prose text-lg text-muted">{t("lead")}</p>
					<PlainLink href="/orders/new" className={`mt-8 ${buttonLook({ look: "primary", size: "thumb" })}`}>
						{t("order")}
					</PlainLink>
				</div>
				<NapCat className="mx-auto w-full max-w-72" />
			</section>
			<section aria-labelledby="how" className="border-line border-t py-12">
				<h2 id="how" className="font-semibold text-xl tracking-tight">
					{t("how")}
				</h2>
				<ol className="mt-8 grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
					{steps.map((step, index) => (
						<li key={step}>
							<span className="figures font-semibold text-muted">{index + 1}</span>
							<h3 className="mt-2 font-semibold">{t(`steps.${step}.title`)}</h3>
							<p className="mt-1 text-muted">{t(`steps.${step}.text`)}</p>
						</li>
					))}
				</ol>
			</section>
		</Shell>
	);
}
