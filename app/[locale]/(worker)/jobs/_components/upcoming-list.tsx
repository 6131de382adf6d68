"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { BoxCat } from "@/app/_ui/spot/box-cat";
import { JobCard } from "./job-card";
import type { JobSummary } from "./jobs";
import { ShowMore } from "./show-more";

/** From tomorrow on, by day. */
export function UpcomingList() {
	const t = useTranslations("jobs.upcoming");
	const trpc = useTRPC();
	const upcoming = useInfiniteQuery(
		trpc.execution.upcoming.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const days = useDays(upcoming.data?.pages.flatMap((page) => page.items) ?? []);
	if (upcoming.isError) return <ErrorState error={upcoming.error} retry={() => void upcoming.refetch()} />;
	if (upcoming.isPending) return <SkeletonCards />;
	if (days.length === 0) {
		return (
			<EmptyState title={t("empty")} picture={<BoxCat className="w-40" />}>
				{t("emptyHelp")}
			</EmptyState>
		);
	}
	return (
		<div className="space-y-8">
			{days.map(({ day, jobs }) => (
				<section key={day} className="space-y-3">
					<h2 className="font-semibold first-letter:uppercase">{day}</h2>
					<ol className="space-y-3">
						{jobs.map((job) => (
							<li key={job.orderId}>
								<JobCard job={job} />
							</li>
						))}
					</ol>
				</section>
			))}
			<ShowMore list={upcoming} />
		</div>
	);
}

/** The list is sorted, so a day's jobs stand together. */
function useDays(jobs: JobSummary[]): { day: string; jobs: JobSummary[] }[] {
	const format = useFormat();
	const days: { day: string; jobs: JobSummary[] }[] = [];
	for (const job of jobs) {
		const day = format.weekday(job.startsAt);
		const last = days.at(-1);
		if (last?.day === day) last.jobs.push(job);
		else days.push({ day, jobs: [job] });
	}
	return days;
}
