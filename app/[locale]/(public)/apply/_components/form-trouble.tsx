"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import type { useApplication } from "./use-application";

type Application = Pick<ReturnType<typeof useApplication>, "queue" | "trouble" | "faults" | "vacancies">;

/** What stands between the cat and its application: a line, a refusal, or something that is missing. */
export function FormTrouble({ application: { queue, trouble, faults, vacancies } }: { application: Application }) {
	const t = useTranslations("apply.form");
	const refusals = useTranslations("refusals");
	if (queue) {
		return (
			<Notice tone="info" title={t("queue.title")} live>
				<p>{queue.place === null ? t("queue.long") : t("queue.place", { place: queue.place })}</p>
				<p>{t("queue.kept")}</p>
			</Notice>
		);
	}
	if (vacancies?.length === 0) return <Notice tone="warn">{t("closed")}</Notice>;
	if (trouble === "no-network") {
		return (
			<Notice tone="bad" live>
				{t("noNetwork")}
			</Notice>
		);
	}
	if (trouble) {
		const key = trouble.code as Parameters<typeof refusals>[0];
		return (
			<Notice tone="bad" live>
				{refusals.has(key) ? refusals(key, trouble.details) : t("generic")}
			</Notice>
		);
	}
	if (faults.length === 0) return null;
	return (
		<Notice tone="bad" live>
			{t("errors.summary")}
		</Notice>
	);
}
