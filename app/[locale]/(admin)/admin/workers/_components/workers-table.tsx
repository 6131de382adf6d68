"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { workersList } from "@/server/contexts/hiring/contracts";
import type { AppRouter } from "@/server/trpc/root";
import { WorkerState } from "./worker-state";

type ListedWorker = inferRouterOutputs<AppRouter>["hiring"]["listWorkers"]["rows"][number];

const STRENGTHS_SHOWN = 3;

/** All workers, as the address asks for them. */
export function WorkersTable() {
	const t = useTranslations("workers");
	const trpc = useTRPC();
	const { list, query, count } = useListed(workersList, {
		rows: (asked) => trpc.hiring.listWorkers.queryOptions(asked),
		count: (filters) => trpc.hiring.workersCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("list.caption")}
			columns={useWorkerColumns()}
			query={query}
			count={count}
			idOf={({ workerId }) => workerId}
			nameOf={({ name }) => name}
			hrefOf={({ workerId }) => `/admin/workers/${workerId}`}
			watch={({ name, active }) => `${name} ${active}`}
			exportPath="/api/exports/workers"
			empty={{ title: t("list.none"), help: t("list.noneHelp") }}
		>
			<Filters
				list={list}
				search={
					<SearchFilter list={list} name="search" label={t("filter.search")} placeholder={t("filter.searchHelp")} />
				}
			>
				<ChoiceFilter
					list={list}
					name="active"
					label={t("filter.state")}
					all={t("filter.all")}
					choices={[
						{ value: "yes", label: t("filter.active") },
						{ value: "no", label: t("filter.inactive") },
					]}
				/>
			</Filters>
		</ListTable>
	);
}

function useWorkerColumns(): ListColumn<ListedWorker>[] {
	const t = useTranslations("workers.list.columns");
	const format = useFormat();
	return [
		{
			id: "name",
			label: t("name"),
			header: true,
			sort: "name",
			cell: (worker) => (
				<Link
					href={`/admin/workers/${worker.workerId}`}
					look="plain"
					className="flex items-center gap-2 hover:underline"
				>
					<Avatar
						size="small"
						cat={{ breed: worker.breed, coat: worker.coat, seed: worker.workerId }}
						photo={worker.photoId && `/api/files/${worker.photoId}`}
					/>
					<span className="truncate">{worker.name}</span>
				</Link>
			),
		},
		{ id: "state", label: t("state"), cell: ({ active }) => <WorkerState active={active} /> },
		{
			id: "strengths",
			label: t("strengths"),
			from: "desk",
			cell: ({ strengths }) => <Strengths strengths={strengths} />,
		},
		{ id: "phone", label: t("phone"), from: "tablet", className: "figures", cell: ({ phone }) => phone },
		{ id: "email", label: t("email"), from: "tablet", cell: ({ email }) => email },
		{
			id: "added",
			label: t("added"),
			extra: true,
			sort: "added",
			className: "figures",
			cell: ({ addedAt }) => format.dateTime(addedAt),
		},
	];
}

function Strengths({ strengths }: { strengths: { trait: string; level: number }[] }) {
	const t = useTranslations("workers.list");
	const locale = useLocale();
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const hidden = strengths.length - STRENGTHS_SHOWN;
	return (
		<span className="flex gap-1.5">
			{strengths.slice(0, STRENGTHS_SHOWN).map(({ trait, level }) => (
				<Badge key={trait}>
					{t("strength", { trait: traits.find((known) => known.trait === trait)?.name[locale] ?? trait, level })}
				</Badge>
			))}
			{hidden > 0 && <span className="text-muted text-sm">{t("moreStrengths", { count: hidden })}</span>}
		</span>
	);
}
