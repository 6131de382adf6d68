"use client";

import { ChevronRight, CirclePlay, Clock, type LucideIcon, MapPin, Package, PackageCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/app/_ui/cn";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
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
					<span className="flex items-start justify-between gap-3">
						<time dateTime={job.startsAt.toISOString()}>
							{dated && <span className="block text-muted first-letter:uppercase">{format.date(job.startsAt)}</span>}
							<span className="block font-semibold text-lg">{format.timeRange(job.startsAt, endOf(job))}</span>
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
					{job.state === "scheduled" && <Hint job={job} />}
				</span>
				<ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
			</Link>
		</LiveGlow>
	);
}

type HintWord = "late" | "collect" | "ready" | "issued" | "notNeeded";

const hints: Record<HintWord, { icon: LucideIcon; className: string }> = {
	late: { icon: Clock, className: "text-bad" },
	collect: { icon: Package, className: "text-warn" },
	ready: { icon: CirclePlay, className: "text-good" },
	issued: { icon: PackageCheck, className: "text-good" },
	notNeeded: { icon: PackageCheck, className: "text-good" },
};

/** What comes first: to hurry, to collect the kit, to begin. */
function hintOf({ startsAt, checkInFrom, kitIssued, withoutKit }: JobSummary, now: Date): HintWord {
	if (now >= startsAt) return "late";
	if (!kitIssued && !withoutKit) return "collect";
	if (now >= checkInFrom) return "ready";
	return kitIssued ? "issued" : "notNeeded";
}

function Hint({ job }: { job: JobSummary }) {
	const t = useTranslations("jobs.hints");
	const hint = hintOf(job, useBusinessNow());
	const { icon: Icon, className } = hints[hint];
	return (
		<span className={cn("flex items-start gap-2 font-medium", className)}>
			<Icon aria-hidden className="mt-1 size-4 shrink-0" />
			{t(hint)}
		</span>
	);
}
