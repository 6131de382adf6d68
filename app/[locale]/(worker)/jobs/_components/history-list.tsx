"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/app/_ui/cn";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { tabLook } from "@/app/_ui/tab-look";
import { JobCard } from "./job-card";
import { outcomeOf, outcomes } from "./outcome";
import { ShowMore } from "./show-more";

/** What was, all of it or by how it ended; the address says which. */
export function HistoryList() {
	const t = useTranslations("jobs.history");
	const trpc = useTRPC();
	const outcome = outcomeOf(useSearchParams().get("outcome"));
	const past = useInfiniteQuery(
		trpc.execution.history.infiniteQueryOptions({ outcome }, { getNextPageParam: (page) => page.nextCursor }),
	);
	const jobs = past.data?.pages.flatMap((page) => page.items) ?? [];
	return (
		<>
			<nav aria-label={t("filter")} className="mb-6 flex gap-6 overflow-x-auto border-line border-b">
				{[null, ...outcomes].map((choice) => (
					<Link
						key={choice}
						look="plain"
						replace
						scroll={false}
						href={choice ? `/jobs/history?outcome=${choice}` : "/jobs/history"}
						{...(choice === outcome && { "aria-current": "page" as const })}
						className={cn(tabLook)}
					>
						{t(`filters.${choice ?? "all"}`)}
					</Link>
				))}
			</nav>
			{past.isError && <ErrorState error={past.error} retry={() => void past.refetch()} />}
			{past.isPending && <SkeletonCards />}
			{past.isSuccess && jobs.length === 0 && (
				<EmptyState title={t(`empty.${outcome ?? "all"}`)} picture={<NapCat className="w-40" />} />
			)}
			<ol className="mb-6 space-y-3">
				{jobs.map((job) => (
					<li key={job.orderId}>
						<JobCard job={job} dated />
					</li>
				))}
			</ol>
			<ShowMore list={past} />
		</>
	);
}
