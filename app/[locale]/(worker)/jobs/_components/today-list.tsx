"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { JobCard } from "./job-card";

/** What is to be done today; on a day off, what comes next. */
export function TodayList() {
	const trpc = useTRPC();
	const today = useQuery(trpc.execution.today.queryOptions());
	if (today.isError) return <ErrorState error={today.error} retry={() => void today.refetch()} />;
	if (today.isPending) return <SkeletonCards cards={2} />;
	if (today.data.length === 0) return <NothingToday />;
	return (
		<ol className="space-y-3">
			{today.data.map((job) => (
				<li key={job.orderId}>
					<JobCard job={job} />
				</li>
			))}
		</ol>
	);
}

function NothingToday() {
	const t = useTranslations("jobs.today");
	const trpc = useTRPC();
	const upcoming = useQuery(trpc.execution.upcoming.queryOptions({ limit: 1 }));
	const next = upcoming.data?.items[0];
	return (
		<>
			<EmptyState title={t("empty")} picture={<NapCat className="w-40" />}>
				{t(next ? "emptyBefore" : "emptyHelp")}
			</EmptyState>
			{next && (
				<section className="space-y-3">
					<h2 className="font-semibold">{t("next")}</h2>
					<JobCard job={next} dated />
				</section>
			)}
		</>
	);
}
