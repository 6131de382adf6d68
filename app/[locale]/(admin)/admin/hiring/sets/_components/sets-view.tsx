"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { later } from "@/app/_ui/later";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { testSetsList } from "@/server/contexts/hiring/contracts/tests";
import type { TestSet } from "./test-set";

const SetDialog = later(() => import("./set-dialog"));
const states = ["usual", "offered", "retired"] as const;

/** Which tests the candidates of each vacancy take. */
export function SetsView() {
	const t = useTranslations("library.sets");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: tests = [] } = useQuery(trpc.hiring.tests.queryOptions());
	const { data: vacancies = [] } = useQuery(trpc.hiring.vacancies.queryOptions());
	const [editing, setEditing] = useState<TestSet | "new" | null>(null);
	const { list, query, count } = useListed(testSetsList, {
		rows: (asked) => trpc.hiring.testSetRows.queryOptions(asked),
		count: (filters) => trpc.hiring.testSetsCount.queryOptions(filters),
	});
	const nameOfTest = (id: string) => tests.find(({ testId }) => testId === id)?.name[locale] ?? "";
	const nameOfVacancy = (id: string) => vacancies.find(({ vacancyId }) => vacancyId === id)?.name[locale] ?? "";
	const columns: ListColumn<TestSet>[] = [
		{
			id: "name",
			label: t("name"),
			header: true,
			sort: locale === "ru" ? "nameRu" : "nameEn",
			cell: (set) => (
				<button
					type="button"
					className="rounded-sm text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
					onClick={() => setEditing(set)}
				>
					{set.name[locale]}
				</button>
			),
		},
		{ id: "vacancy", label: t("vacancy"), from: "tablet", cell: ({ vacancyId }) => nameOfVacancy(vacancyId) },
		{ id: "tests", label: t("tests"), from: "tablet", cell: ({ testIds }) => testIds.map(nameOfTest).join(" · ") },
		{ id: "state", label: t("state"), cell: (set) => <SetState set={set} /> },
	];
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
				caption={t("title")}
				columns={columns}
				query={query}
				count={count}
				idOf={({ setId }) => setId}
				nameOf={({ name }) => name[locale]}
				onOpen={setEditing}
				watch={({ revision, usual }) => `${revision} ${usual}`}
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<Filters
					list={list}
					search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
				>
					<ChoiceFilter
						list={list}
						name="state"
						label={t("state")}
						all={t("all")}
						choices={states.map((value) => ({ value, label: t(value) }))}
					/>
					{vacancies.length > 1 && (
						<ChoiceFilter
							list={list}
							name="vacancy"
							label={t("vacancy")}
							all={t("all")}
							choices={vacancies.map(({ vacancyId, name }) => ({ value: vacancyId, label: name[locale] }))}
						/>
					)}
				</Filters>
			</ListTable>
			{editing && (
				<SetDialog
					set={editing === "new" ? null : editing}
					tests={tests}
					vacancies={vacancies}
					onClose={() => setEditing(null)}
				/>
			)}
		</>
	);
}

function SetState({ set: { active, usual } }: { set: TestSet }) {
	const t = useTranslations("library.sets");
	if (!active) return <Badge>{t("retired")}</Badge>;
	return <Badge tone={usual ? "good" : "neutral"}>{t(usual ? "usual" : "offered")}</Badge>;
}
