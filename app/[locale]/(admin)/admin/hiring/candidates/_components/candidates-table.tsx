"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRightLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { applicationStates, candidatesList } from "@/server/contexts/hiring/contracts/applications";
import { CandidateState } from "../../_components/candidate-state";
import type { ListedCandidate } from "./candidate";
import { MoveDialog } from "./move-dialog";

/** All candidates, as the address asks for them. */
export function CandidatesTable() {
	const t = useTranslations("candidates");
	const states = useTranslations("office.candidateStates");
	const locale = useLocale();
	const trpc = useTRPC();
	const { list, query, count } = useListed(candidatesList, {
		rows: (asked) => trpc.hiring.candidates.queryOptions(asked),
		count: (filters) => trpc.hiring.candidatesCount.queryOptions(filters),
	});
	const { data: vacancies = [] } = useQuery(trpc.hiring.vacancies.queryOptions());
	const [moving, setMoving] = useState<{ candidates: ListedCandidate[]; clear: () => void } | null>(null);
	return (
		<>
			<ListTable
				list={list}
				caption={t("list.caption")}
				columns={useCandidateColumns()}
				query={query}
				count={count}
				idOf={({ applicationId }) => applicationId}
				nameOf={({ name }) => name}
				hrefOf={({ applicationId }) => `/admin/hiring/candidates/${applicationId}`}
				watch={({ state, name }) => `${state} ${name}`}
				exportPath="/api/exports/candidates"
				bulk={(picked, clear) => (
					<Button size="small" onClick={() => setMoving({ candidates: picked, clear })}>
						<ArrowRightLeft aria-hidden />
						{t("bulk.move")}
					</Button>
				)}
				empty={{ title: t("list.none"), help: t("list.noneHelp") }}
			>
				<Filters
					list={list}
					search={
						<SearchFilter
							list={list}
							name="search"
							label={t("list.filter.search")}
							placeholder={t("list.filter.searchHelp")}
						/>
					}
				>
					<ChoiceFilter
						list={list}
						name="state"
						label={t("list.filter.state")}
						all={t("list.filter.all")}
						choices={[
							{ value: "open", label: t("list.filter.open") },
							...applicationStates.map((value) => ({ value, label: states(value) })),
						]}
					/>
					{vacancies.length > 1 && (
						<ChoiceFilter
							list={list}
							name="vacancy"
							label={t("list.filter.vacancy")}
							all={t("list.filter.all")}
							choices={vacancies.map(({ vacancyId, name }) => ({ value: vacancyId, label: name[locale] }))}
						/>
					)}
				</Filters>
			</ListTable>
			{moving && (
				<MoveDialog
					candidates={moving.candidates}
					onClose={() => setMoving(null)}
					onDone={() => {
						moving.clear();
						setMoving(null);
					}}
				/>
			)}
		</>
	);
}

function useCandidateColumns(): ListColumn<ListedCandidate>[] {
	const t = useTranslations("candidates.list");
	const locale = useLocale();
	const format = useFormat();
	return [
		{
			id: "name",
			label: t("columns.name"),
			header: true,
			cell: ({ applicationId, name, breed, coat, photoId, erasedAt }) => (
				<Link
					href={`/admin/hiring/candidates/${applicationId}`}
					look="plain"
					className="flex items-center gap-2 hover:underline"
				>
					<Avatar size="small" cat={{ breed, coat, seed: applicationId }} photo={photoId && `/api/files/${photoId}`} />
					<span className="truncate">{erasedAt ? t("erased") : name}</span>
				</Link>
			),
		},
		{ id: "state", label: t("columns.state"), cell: ({ state }) => <CandidateState state={state} /> },
		{
			id: "submitted",
			label: t("columns.submitted"),
			sort: "submitted",
			from: "tablet",
			className: "figures",
			cell: ({ submittedAt }) => format.dateTime(submittedAt),
		},
		{
			id: "since",
			label: t("columns.since"),
			sort: "since",
			from: "desk",
			className: "figures",
			cell: ({ stateSince }) => format.dateTime(stateSince),
		},
		{ id: "phone", label: t("columns.phone"), from: "tablet", className: "figures", cell: ({ phone }) => phone },
		{ id: "email", label: t("columns.email"), from: "desk", cell: ({ email }) => email },
		{
			id: "duplicate",
			label: t("columns.duplicate"),
			from: "desk",
			cell: ({ hasDuplicates }) => hasDuplicates && <Badge tone="warn">{t("maybeDuplicate")}</Badge>,
		},
		{ id: "vacancy", label: t("columns.vacancy"), extra: true, cell: ({ vacancyName }) => vacancyName[locale] },
	];
}
