"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ErrorState } from "@/app/_ui/error-state";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { OrderId } from "@/server/kernel/ids";
import { JobStatePill } from "../../_components/job-state";
import type { Job } from "../../_components/jobs";
import { GiveUp } from "./give-up";
import { JobAction } from "./job-action";
import { JobFacts } from "./job-facts";
import { JobPhotos } from "./job-photos";
import { KitState } from "./kit-state";
import { OutcomeNotice } from "./outcome-notice";
import { ReleasedNotice } from "./released-notice";

/** One job, from the first look to the signed form. */
export function JobView({ orderId }: { orderId: OrderId }) {
	const trpc = useTRPC();
	const job = useQuery(trpc.execution.job.queryOptions({ orderId }));
	if (job.isError) return <ErrorState error={job.error} retry={() => void job.refetch()} />;
	if (job.isPending) return <SkeletonCards />;
	return job.data.kind === "released" ? <ReleasedNotice job={job.data} /> : <OwnJob job={job.data} />;
}

const lists = { today: "/jobs", upcoming: "/jobs/upcoming", history: "/jobs/history" } as const;

/** The list that the job stands in, where the way back leads. */
function useListOf({ end, startsAt }: Job): keyof typeof lists {
	const format = useFormat();
	const now = useBusinessNow();
	if (end !== null) return "history";
	return startsAt > now && format.date(startsAt) !== format.date(now) ? "upcoming" : "today";
}

function OwnJob({ job }: { job: Job }) {
	const t = useTranslations("jobs");
	const locale = useLocale();
	const active = job.state === "scheduled" || job.state === "started";
	const list = useListOf(job);
	return (
		<>
			<PageHeader
				back={{ href: lists[list], label: t(`${list}.title`) }}
				title={job.serviceName[locale]}
				status={<JobStatePill state={job.state} size="large" />}
				help={t("job.number", { number: job.orderNumber })}
			/>
			<div className="space-y-6">
				<LiveGlow watch={`${job.state} ${job.kitIssued}`}>
					<div className="flex flex-col gap-3">
						<OutcomeNotice job={job} />
						<KitState job={job} />
					</div>
				</LiveGlow>
				<JobFacts job={job} />
				<JobPhotos job={job} />
				{active && <GiveUp job={job} />}
			</div>
			{active && <JobAction job={job} />}
		</>
	);
}
