"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { RelativeTime } from "@/app/_ui/format/relative-time";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ListColumn } from "@/app/_ui/table-kit/columns";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { gradingList } from "@/server/contexts/hiring/contracts/grading";

type Waiting = inferOutput<ReturnType<typeof useTRPC>["hiring"]["grading"]>["rows"][number];

/** Answers that wait for somebody to look at them, the longest waiting first. */
export function GradingTable() {
	const t = useTranslations("tests.grading");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: tests = [] } = useQuery(trpc.hiring.tests.queryOptions());
	const { list, query, count } = useListed(gradingList, {
		rows: (asked) => trpc.hiring.grading.queryOptions(asked),
		count: (filters) => trpc.hiring.gradingCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={useColumns()}
			query={query}
			count={count}
			idOf={({ attemptId }) => attemptId}
			nameOf={({ candidate }) => candidate}
			hrefOf={({ attemptId }) => `/admin/hiring/grading/${attemptId}`}
			watch={({ waiting, mine }) => `${waiting} ${mine}`}
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			>
				<ChoiceFilter
					list={list}
					name="whose"
					label={t("whose")}
					all={t("all")}
					choices={[
						{ value: "mine", label: t("mine") },
						{ value: "others", label: t("others") },
					]}
				/>
				<ChoiceFilter
					list={list}
					name="testId"
					label={t("test")}
					all={t("all")}
					choices={tests.map(({ testId, name }) => ({ value: testId, label: name[locale] }))}
				/>
			</Filters>
		</ListTable>
	);
}

function useColumns(): ListColumn<Waiting>[] {
	const t = useTranslations("tests.grading");
	const locale = useLocale();
	return [
		{
			id: "candidate",
			label: t("candidate"),
			header: true,
			cell: ({ attemptId, candidate }) => <Link href={`/admin/hiring/grading/${attemptId}`}>{candidate}</Link>,
		},
		{ id: "test", label: t("test"), cell: ({ test }) => test[locale] },
		{
			id: "waiting",
			label: t("waiting"),
			cell: ({ waiting, mine }) => (
				<StatusPill tone={mine > 0 ? "warn" : "neutral"}>
					{mine > 0 ? t("forMe", { count: mine }) : t("forOthers", { count: waiting })}
				</StatusPill>
			),
		},
		{
			id: "submitted",
			label: t("submitted"),
			sort: "submitted",
			cell: ({ submittedAt }) => submittedAt && <RelativeTime at={submittedAt} />,
		},
	];
}
