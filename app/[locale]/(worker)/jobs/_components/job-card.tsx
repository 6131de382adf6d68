"use client";

import { ChevronRight, MapPin, Package, PackageCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { JobStatePill } from "./job-state";
import { endOf, type JobSummary } from "./jobs";

type JobCardProps = { job: JobSummary /** Says the day as well, where the list does not. */; dated?: boolean };

/** A job in a list, as big as a thumb: when, what, where, and what is to be done first. */
export function JobCard({ job, dated }: JobCardProps) {
	const locale = useLocale();
	const format = useFormat();
	return (
		<LiveGlow watch={`${job.state} ${job.kitIssued}`}>
			<Link
				look="plain"
				href={`/jobs/${job.orderId}`}
				className="flex items-center gap-3 rounded-md border border-line bg-surface p-4 transition-colors hover:border-edge"
			>
				<span className="min-w-0 flex-1 space-y-2">
					<span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
						<time dateTime={job.startsAt.toISOString()} className="font-semibold text-lg">
							{dated && <span className="font-normal text-base text-muted">{format.date(job.startsAt)}, </span>}
							{format.timeRange(job.startsAt, endOf(job))}
						</time>
						<JobStatePill state={job.state} />
					</span>
					<span className="wrap-anywhere block font-medium">{job.serviceName[locale]}</span>
					<span className="flex items-start gap-2 text-muted">
						<MapPin aria-hidden className="mt-1 size-4 shrink-0" />
						<span className="wrap-anywhere min-w-0">
							{job.zoneName}, {job.address}
						</span>
					</span>
					{job.state === "scheduled" && <KitLine job={job} />}
				</span>
				<ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
			</Link>
		</LiveGlow>
	);
}

function KitLine({ job }: { job: JobSummary }) {
	const t = useTranslations("jobs.kit");
	const ready = job.kitIssued || job.withoutKit;
	const Icon = ready ? PackageCheck : Package;
	return (
		<span className={cn("flex items-start gap-2 font-medium", ready ? "text-good" : "text-warn")}>
			<Icon aria-hidden className="mt-1 size-4 shrink-0" />
			{t(job.kitIssued ? "issued" : job.withoutKit ? "notNeeded" : "collect")}
		</span>
	);
}
