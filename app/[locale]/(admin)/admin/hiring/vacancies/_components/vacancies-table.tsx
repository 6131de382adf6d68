"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { vacanciesList } from "@/server/contexts/hiring/contracts/applications";
import { OpenButton } from "./open-button";
import type { ListedVacancy } from "./vacancy";
import { VacancyDialog } from "./vacancy-dialog";

/** What cats can apply for: made, called otherwise, opened and closed. */
export function VacanciesTable() {
	const t = useTranslations("vacancies");
	const locale = useLocale();
	const trpc = useTRPC();
	const [editing, setEditing] = useState<ListedVacancy | "new" | null>(null);
	const { list, query, count } = useListed(vacanciesList, {
		rows: (asked) => trpc.hiring.vacancyRows.queryOptions(asked),
		count: (filters) => trpc.hiring.vacanciesCount.queryOptions(filters),
	});
	return (
		<>
			<p className="mb-4">
				<Button look="primary" onClick={() => setEditing("new")}>
					<Plus aria-hidden />
					{t("add")}
				</Button>
			</p>
			<ListTable
				list={list}
				caption={t("caption")}
				columns={useColumns(setEditing)}
				query={query}
				count={count}
				idOf={({ vacancyId }) => vacancyId}
				nameOf={({ name }) => name[locale]}
				onOpen={setEditing}
				watch={({ open, version }) => `${open} ${version}`}
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<Filters
					list={list}
					search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
				>
					<ChoiceFilter
						list={list}
						name="open"
						label={t("state")}
						all={t("all")}
						choices={[
							{ value: "yes", label: t("open") },
							{ value: "no", label: t("closed") },
						]}
					/>
				</Filters>
			</ListTable>
			{editing && <VacancyDialog vacancy={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
		</>
	);
}

function useColumns(edit: (vacancy: ListedVacancy) => void): ListColumn<ListedVacancy>[] {
	const t = useTranslations("vacancies");
	const locale = useLocale();
	const format = useFormat();
	const { data: sets } = useQuery(useTRPC().hiring.testSets.queryOptions());
	const usualOf = (id: string) => sets?.find((set) => set.vacancyId === id && set.usual && set.active);
	return [
		{
			id: "name",
			label: t("name"),
			header: true,
			cell: (vacancy) => (
				<button
					type="button"
					className="rounded-sm text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
					onClick={() => edit(vacancy)}
				>
					{vacancy.name[locale]}
				</button>
			),
		},
		{
			id: "state",
			label: t("state"),
			cell: ({ open }) => <StatusPill tone={open ? "good" : "neutral"}>{t(open ? "open" : "closed")}</StatusPill>,
		},
		{
			id: "waiting",
			label: t("waiting"),
			numeric: true,
			from: "tablet",
			cell: ({ vacancyId, waiting }) => (
				<Link href={`/admin/hiring/candidates?state=open&vacancy=${vacancyId}`}>
					{format.count(waiting.count)}
					{waiting.more && "+"}
				</Link>
			),
		},
		{
			id: "tests",
			label: t("tests"),
			from: "tablet",
			cell: ({ vacancyId }) =>
				sets && (usualOf(vacancyId)?.name[locale] ?? <Link href="/admin/hiring/sets">{t("noTests")}</Link>),
		},
		{
			id: "created",
			label: t("created"),
			sort: "created",
			from: "desk",
			className: "figures",
			cell: ({ createdAt }) => (createdAt.getTime() > 0 ? format.date(createdAt) : t("fromTheStart")),
		},
		{ id: "deed", label: t("deed"), cell: (vacancy) => <OpenButton vacancy={vacancy} /> },
	];
}
