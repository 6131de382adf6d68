import { useTranslations } from "next-intl";

export function TypeScale() {
	const t = useTranslations("gallery.type");
	return (
		<div className="space-y-4">
			<p className="font-semibold text-3xl tracking-tight">{t("display")}</p>
			<p className="font-semibold text-2xl tracking-tight">{t("heading")}</p>
			<p className="font-semibold text-xl tracking-tight">{t("heading")}</p>
			<p className="font-semibold text-lg">{t("heading")}</p>
			<p className="max-w-prose text-body">{t("body")}</p>
			<p className="max-w-prose text-muted text-sm">{t("body")}</p>
			<p className="text-muted text-xs">{t("body")}</p>
		</div>
	);
}
