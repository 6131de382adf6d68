import { useTranslations } from "next-intl";
import { CatFace } from "@/app/_ui/cat/cat-face";
import { ProgressSteps } from "@/app/_ui/progress-steps";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { PeekingCat } from "@/app/_ui/spot/peeking-cat";

const steps = ["assigned", "supplies", "onTheWay", "done"] as const;

/** What a client sees of an order that is going on, as an example, with a cat that looks over its edge. */
export function OrderPreview() {
	const t = useTranslations("landing.preview");
	return (
		<figure className="relative mx-auto w-full max-w-md pt-20">
			<PeekingCat
				breed="british"
				coat="grey"
				pattern="bicolor"
				seed="Tisha"
				className="absolute top-1.5 right-6 w-32"
			/>
			<figcaption className="sr-only">{t("label")}</figcaption>
			<div className="relative rounded-md border border-line bg-surface p-5 shadow-float sm:p-6">
				<div className="flex gap-3">
					<ServiceIcon name="sofa" className="mt-0.5 size-6 shrink-0 text-muted" />
					<div className="min-w-0">
						<p className="font-semibold">{t("service")}</p>
						<p className="figures text-muted text-sm">{t("when")}</p>
					</div>
				</div>
				<div className="mt-5 flex items-center gap-4 rounded-md bg-sunken p-4">
					<CatFace breed="siberian" coat="ginger" pattern="tabby" seed="Barsik" className="size-16 shrink-0" />
					<div className="min-w-0">
						<p className="font-semibold">{t("worker")}</p>
						<p className="text-muted text-sm">
							{t("goodAt")} {t("strengths")}
						</p>
					</div>
				</div>
				<div className="mt-6">
					<ProgressSteps
						label={t("label")}
						current={2}
						steps={steps.map((key) => ({ key, label: t(`steps.${key}`) }))}
					/>
				</div>
				<p className="mt-5 border-line border-t pt-4 text-muted text-sm">{t("now")}</p>
			</div>
		</figure>
	);
}
