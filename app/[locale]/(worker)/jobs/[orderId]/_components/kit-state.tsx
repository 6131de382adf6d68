"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { Job } from "../../_components/jobs";

/** What is to be done about the kit: to wait for it, to collect it, to bring it back. */
export function KitState({ job }: { job: Job }) {
	const t = useTranslations("jobs.kit");
	const trpc = useTRPC();
	// Until the warehouse has heard of the job there is no kit, and that is no trouble.
	const { data: kit } = useQuery(trpc.supplies.workerKit.queryOptions({ orderId: job.orderId }));
	if (job.state !== "scheduled") {
		if (!kit?.returnDue) return null;
		return (
			<Notice tone="warn" title={t("bringBack")} live>
				{t("bringBackHelp")}
			</Notice>
		);
	}
	if (job.kitIssued) return <Notice tone="good" title={t("issued")} live />;
	if (job.withoutKit) {
		return (
			<Notice tone="info" title={t("notNeeded")} live>
				{t("notNeededHelp")}
			</Notice>
		);
	}
	const state = kit?.state === "ready" ? "collect" : "inTheMaking";
	return (
		<Notice tone={state === "collect" ? "warn" : "info"} title={t(state)} live>
			{t(`${state}Help`)}
		</Notice>
	);
}
