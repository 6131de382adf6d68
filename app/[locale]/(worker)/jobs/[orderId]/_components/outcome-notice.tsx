"use client";

import { useTranslations } from "next-intl";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import type { Job } from "../../_components/jobs";

/** What the worker should know of the job's state: what happened, what it means for the money, what to do. */
export function OutcomeNotice({ job }: { job: Job }) {
	const t = useTranslations("jobs.outcome");
	const format = useFormat();
	const now = useBusinessNow();
	const correction = job.end?.correction && (
		<p className="wrap-anywhere">{t("corrected", { reason: job.end.correction })}</p>
	);
	switch (job.state) {
		case "scheduled":
			return now >= job.startsAt ? (
				<Notice tone="bad" title={t("late")} live>
					{t("lateHelp", { until: format.time(job.noShowAt), penalty: format.money(job.penalty) })}
				</Notice>
			) : null;
		case "started":
			return (
				<Notice tone="info" title={t("started", { at: format.time(job.start?.at ?? job.startsAt) })} live>
					{t("startedHelp")}
				</Notice>
			);
		case "completed":
			return (
				<Notice tone="good" title={t("completed", { at: format.dateTime(job.end?.at ?? now) })} live>
					<p>{t("completedHelp", { amount: format.money(job.earns) })}</p>
					{correction}
				</Notice>
			);
		case "failed":
			return (
				<Notice tone="bad" title={t("failed", { at: format.dateTime(job.end?.at ?? now) })} live>
					<p>{t(`failures.${job.end?.failure ?? "decided-by-manager"}`, { until: format.time(job.noShowAt) })}</p>
					<p>{t("failedHelp", { penalty: format.money(-job.penalty) })}</p>
					{correction}
				</Notice>
			);
		case "cancelled":
			return (
				<Notice tone="info" title={t("cancelled", { at: format.dateTime(job.end?.at ?? now) })} live>
					<p>{t("cancelledHelp")}</p>
					{correction}
				</Notice>
			);
		case "waiting":
			return null;
	}
}
