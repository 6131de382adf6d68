import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import type { Job } from "../../_components/jobs";

/** Whether the worker has what the job needs. */
export function KitState({ job }: { job: Job }) {
	const t = useTranslations("jobs.kit");
	if (job.kitIssued) return <Notice tone="good" title={t("issued")} live />;
	if (job.withoutKit) {
		return (
			<Notice tone="info" title={t("notNeeded")} live>
				{t("notNeededHelp")}
			</Notice>
		);
	}
	return (
		<Notice tone="warn" title={t("collect")} live>
			{t("collectHelp")}
		</Notice>
	);
}
