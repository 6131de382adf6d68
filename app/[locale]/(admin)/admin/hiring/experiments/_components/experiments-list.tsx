"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import type { VacancyId } from "@/server/kernel/ids";
import { useVacancy, VacancyChoice } from "../../_components/vacancy-choice";
import { ExperimentState } from "./experiment-state";

/** What has been tried for a vacancy, the newest first. */
export function ExperimentsList() {
	const { vacancyId } = useVacancy();
	return vacancyId ? <ListOf vacancyId={vacancyId} /> : <SkeletonRows />;
}

function ListOf({ vacancyId }: { vacancyId: VacancyId }) {
	const t = useTranslations("screening.experiments");
	const query = useQuery(useTRPC().hiring.listExperiments.queryOptions({ vacancyId }));
	const running = query.data?.some(({ state }) => state === "running");
	const begin = (
		<Button asChild look="primary">
			<Link look="plain" href={`/admin/hiring/experiments/new?vacancy=${vacancyId}`}>
				{t("begin")}
			</Link>
		</Button>
	);
	return (
		<>
			<VacancyChoice vacancyId={vacancyId} />
			{query.isPending && <SkeletonRows />}
			{query.isError && (
				<ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />
			)}
			{query.data?.length === 0 && (
				<EmptyState title={t("none")} action={begin}>
					{t("noneHelp")}
				</EmptyState>
			)}
			{query.data && query.data.length > 0 && (
				<>
					{!running && <p className="mb-4">{begin}</p>}
					<ul className="space-y-4">
						{query.data.map((experiment) => (
							<li key={experiment.id}>
								<Experiment experiment={experiment} />
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}

type Listed = {
	id: string;
	name: string;
	question: string;
	state: "running" | "stopped";
	startedAt: Date;
	stoppedAt: Date | null;
};

function Experiment({ experiment: { id, name, question, state, startedAt, stoppedAt } }: { experiment: Listed }) {
	const t = useTranslations("screening.experiments");
	const format = useFormat();
	const from = format.date(startedAt);
	return (
		<Card>
			<h2 className="flex flex-wrap items-center gap-3 font-semibold text-base">
				<Link href={`/admin/hiring/experiments/${id}`}>{name}</Link>
				<ExperimentState state={state} />
				<span className="font-normal text-muted text-sm">
					{stoppedAt ? t("until", { from, to: format.date(stoppedAt) }) : t("since", { at: from })}
				</span>
			</h2>
			<p className="mt-2 max-w-prose wrap-anywhere">{question}</p>
		</Card>
	);
}
