"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";

export function States() {
	const t = useTranslations("gallery.states");
	const format = useFormat();
	return (
		<div className="space-y-6">
			<div className="flex flex-wrap gap-2">
				<StatusPill tone="warn">{t("looking")}</StatusPill>
				<StatusPill tone="info">{t("assigned")}</StatusPill>
				<StatusPill tone="good">{t("ready")}</StatusPill>
				<StatusPill tone="bad">{t("late")}</StatusPill>
				<StatusPill tone="bad">{t("failed")}</StatusPill>
				<StatusPill tone="good">{t("done")}</StatusPill>
				<StatusPill tone="neutral" icon={Ban}>
					{t("cancelled")}
				</StatusPill>
				<StatusPill tone="warn" size="large">
					{t("looking")}
				</StatusPill>
			</div>
			<div className="grid gap-3 sm:grid-cols-2">
				<Notice tone="info" title={t("infoTitle")}>
					{t("info")}
				</Notice>
				<Notice tone="warn" title={t("warnTitle")} action={<Button size="small">{t("warnAction")}</Button>}>
					{t("warn", { price: format.money(19000n) })}
				</Notice>
				<Notice tone="good">{t("good")}</Notice>
				<Notice tone="bad">{t("bad")}</Notice>
			</div>
		</div>
	);
}
