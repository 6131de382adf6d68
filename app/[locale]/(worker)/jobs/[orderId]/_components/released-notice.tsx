import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import type { ReleasedJob } from "../../_components/jobs";

/** All that is left of a job that was given back in time. */
export function ReleasedNotice({ job }: { job: ReleasedJob }) {
	const t = useTranslations("jobs");
	const format = useFormat();
	return (
		<>
			<PageHeader
				back={{ href: "/jobs", label: t("today.title") }}
				title={t("job.number", { number: job.orderNumber })}
			/>
			<Notice tone="info" title={t("released.title", { at: job.at ? format.dateTime(job.at) : "" })}>
				<p>{t("released.help")}</p>
				<p className="wrap-anywhere whitespace-pre-line text-muted">
					{t("released.reason", { reason: job.reason ?? "" })}
				</p>
			</Notice>
		</>
	);
}
