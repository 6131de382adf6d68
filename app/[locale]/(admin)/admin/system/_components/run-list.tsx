"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import type { List } from "@/app/_ui/table-kit/use-list";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { runStates, runsList } from "@/server/engine/contracts";
import type { AppRouter } from "@/server/trpc/root";
import { ElsewhereNotice } from "./elsewhere-notice";
import { RunStatePill } from "./run-state";
import { took } from "./took";
import { ASK_AGAIN_MS, useInstallation } from "./use-installation";

type ListedRun = inferRouterOutputs<AppRouter>["engine"]["listRuns"]["rows"][number];

/** Every run that is still kept, as the address asks for them. */
export function RunList() {
	const t = useTranslations("system.runs");
	const trpc = useTRPC();
	const { list, query, count } = useListed(runsList, {
		rows: (asked) => trpc.engine.listRuns.queryOptions(asked),
		count: (filters) => trpc.engine.countRuns.queryOptions(filters),
		everyMs: ASK_AGAIN_MS,
	});
	const installation = useInstallation();
	return (
		<>
			{installation.data && <ElsewhereNotice engine={installation.data.engine} />}
			<ListTable
				list={list}
				caption={t("title")}
				columns={useRunColumns()}
				query={query}
				count={count}
				idOf={(run) => run.id}
				nameOf={(run) => run.functionId}
				hrefOf={(run) => `/admin/system/runs/${run.id}`}
				watch={(run) => `${run.status} ${run.trouble !== null}`}
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<RunFilters list={list} />
			</ListTable>
		</>
	);
}

function RunFilters({ list }: { list: List }) {
	const t = useTranslations("system.runs");
	const { data: map } = useQuery(useTRPC().engine.map.queryOptions());
	const reacting = (map?.events ?? []).flatMap(({ reactions }) => reactions.map((each) => each.function));
	const all = [...new Set([...reacting, ...(map?.cycles ?? []).map((each) => each.function)])].sort();
	return (
		<Filters
			list={list}
			search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
		>
			<ChoiceFilter
				list={list}
				name="state"
				label={t("state")}
				all={t("allStates")}
				choices={runStates.map((value) => ({ value, label: t(`states.${value}`) }))}
			/>
			<ChoiceFilter
				list={list}
				name="function"
				label={t("function")}
				all={t("allFunctions")}
				choices={all.map((value) => ({ value, label: value }))}
			/>
			<DayFilter list={list} name="from" label={t("from")} />
			<DayFilter list={list} name="to" label={t("to")} />
		</Filters>
	);
}

function useRunColumns(): ListColumn<ListedRun>[] {
	const t = useTranslations("system.runs");
	const format = useFormat();
	return [
		{
			id: "function",
			label: t("function"),
			header: true,
			className: "wrap-anywhere max-sm:max-w-48 max-sm:whitespace-normal",
			cell: (run) => <Link href={`/admin/system/runs/${run.id}`}>{run.functionId}</Link>,
		},
		{
			id: "state",
			label: t("state"),
			cell: (run) => <RunStatePill state={run.status} trouble={run.trouble !== null} />,
		},
		{
			id: "event",
			label: t("event"),
			from: "desk",
			className: "wrap-anywhere text-muted",
			cell: (run) => run.eventName,
		},
		{
			id: "started",
			label: t("started"),
			sort: "started",
			from: "tablet",
			className: "figures whitespace-nowrap",
			cell: (run) => format.dateTime(run.createdAt),
		},
		{
			id: "took",
			label: t("took"),
			numeric: true,
			from: "tablet",
			cell: (run) => (run.endedAt ? t("seconds", took(run.createdAt, run.endedAt)) : "–"),
		},
		{ id: "id", label: t("id"), extra: true, className: "font-mono text-xs", cell: (run) => run.id },
	];
}
