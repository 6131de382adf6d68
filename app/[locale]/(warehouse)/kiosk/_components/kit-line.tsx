"use client";

import { type LucideIcon, PackageCheck, Sparkles, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Kit, progressOf } from "./board";
import { CookieLine } from "./cookie-line";

type KitLineProps = { kit: Kit; issued: boolean; late: boolean; fresh: boolean };

/** One line under the worker's name: what is special about the kit, and what is still missing. */
export function KitLine({ kit, issued, late, fresh }: KitLineProps) {
	const t = useTranslations("kiosk.kit");
	return (
		<div className="flex min-w-0 items-center gap-2 text-base text-muted leading-5">
			<span data-figures className="hidden shrink-0 @md:inline">
				{kit.orderNumber}
			</span>
			{issued && <Mark icon={PackageCheck} tone="text-good" word={t("issued")} />}
			{late && <Mark icon={TriangleAlert} tone="text-bad" word={t("late")} />}
			{fresh && <Mark icon={Sparkles} tone="text-info" word={t("isNew")} />}
			{!issued && <Missing kit={kit} brief={late || fresh} />}
		</div>
	);
}

function Mark({ icon: Icon, tone, word }: { icon: LucideIcon; tone: string; word: string }) {
	return (
		<span className={`flex shrink-0 items-center gap-1 font-semibold ${tone}`}>
			<Icon aria-hidden className="size-5" />
			{word}
		</span>
	);
}

/** What the kit is for stands in the open card; here only where there is room for it. */
function Missing({ kit, brief }: { kit: Kit; brief: boolean }) {
	const t = useTranslations("kiosk.kit");
	const locale = useLocale();
	if (kit.column === "cookie") return <CookieLine kit={kit} />;
	const isNew = kit.column === "new";
	return (
		<>
			{isNew && (
				<span data-figures className="shrink-0">
					{t("progress", progressOf(kit))}
				</span>
			)}
			{!brief && <span className={isNew ? "hidden truncate @xl:inline" : "truncate"}>{kit.serviceName[locale]}</span>}
		</>
	);
}
