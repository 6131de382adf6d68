"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { testsList } from "@/server/contexts/hiring/contracts/tests";
import type { LibraryTest } from "../../sets/_components/test-set";

const states = ["offered", "draft", "retired"] as const;

/** The library, as the address asks for it. */
export function LibraryTable() {
	const t = useTranslations("library");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: traits = [] } = useQuery(trpc.hiring.listTraits.queryOptions());
	const { list, query, count } = useListed(testsList, {
		rows: (asked) => trpc.hiring.testRows.queryOptions(asked),
		count: (filters) => trpc.hiring.testsCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("title")}
			columns={useColumns(new Map(traits.map(({ trait, name }) => [trait, name[locale]])))}
			query={query}
			count={count}
			idOf={({ testId }) => testId}
			nameOf={({ name }) => name[locale]}
			hrefOf={({ testId }) => `/admin/hiring/tests/${testId}`}
			watch={({ version, active, changedAt }) => `${version} ${active} ${changedAt.getTime()}`}
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			>
				<ChoiceFilter
					list={list}
					name="state"
					label={t("columns.state")}
					all={t("all")}
					choices={states.map((value) => ({ value, label: t(`states.${value}`) }))}
				/>
				<ChoiceFilter
					list={list}
					name="trait"
					label={t("trait")}
					all={t("all")}
					choices={traits.map(({ trait, name }) => ({ value: trait, label: name[locale] }))}
				/>
			</Filters>
		</ListTable>
	);
}

function useColumns(traits: ReadonlyMap<string, string>): ListColumn<LibraryTest>[] {
	const t = useTranslations("library");
	const locale = useLocale();
	const format = useFormat();
	return [
		{
			id: "name",
			label: t("columns.name"),
			header: true,
			sort: locale === "ru" ? "nameRu" : "nameEn",
			cell: ({ testId, name }) => <Link href={`/admin/hiring/tests/${testId}`}>{name[locale]}</Link>,
		},
		{
			id: "state",
			label: t("columns.state"),
			cell: ({ active, version }) => (
				<StatusPill tone={!active ? "neutral" : version === null ? "warn" : "good"}>
					{!active ? t("retired") : version === null ? t("draft") : t("version", { version })}
				</StatusPill>
			),
		},
		{
			id: "time",
			label: t("columns.time"),
			numeric: true,
			from: "tablet",
			cell: ({ minutes }) => format.duration(minutes),
		},
		{
			id: "questions",
			label: t("columns.questions"),
			numeric: true,
			from: "tablet",
			cell: ({ questions, pool }) => (questions === pool ? questions : t("drawn", { questions, pool })),
		},
		{ id: "taken", label: t("columns.taken"), numeric: true, cell: ({ taken }) => format.count(taken) },
		{
			id: "traits",
			label: t("columns.traits"),
			from: "desk",
			cell: (test) => test.traits.map((trait) => traits.get(trait) ?? trait).join(", "),
		},
		{
			id: "changed",
			label: t("columns.changed"),
			sort: "changed",
			from: "desk",
			className: "figures",
			cell: ({ changedAt }) => (changedAt.getTime() > 0 ? format.dateTime(changedAt) : t("fromTheStart")),
		},
	];
}
