"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";

/** All tests: what is offered first, what was offered once below. */
export function LibraryTable() {
	const t = useTranslations("library");
	const locale = useLocale();
	const format = useFormat();
	const { data, isPending, isError, error, refetch } = useQuery(useTRPC().hiring.tests.queryOptions());
	if (isPending) return <SkeletonRows />;
	if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
	if (data.length === 0) {
		return (
			<EmptyState title={t("none")} picture={<NapCat className="w-40" />}>
				{t("noneHelp")}
			</EmptyState>
		);
	}
	return (
		<Table caption={t("title")}>
			<TableHead>
				<Column>{t("columns.name")}</Column>
				<Column>{t("columns.state")}</Column>
				<Column numeric>{t("columns.time")}</Column>
				<Column numeric>{t("columns.questions")}</Column>
				<Column numeric>{t("columns.taken")}</Column>
			</TableHead>
			<TableBody>
				{data.map(({ testId, name, version, active, minutes, questions, pool, taken }) => (
					<Row key={testId}>
						<Cell header>
							<Link href={`/admin/hiring/tests/${testId}`}>{name[locale]}</Link>
						</Cell>
						<Cell>
							<StatusPill tone={!active ? "neutral" : version === null ? "warn" : "good"}>
								{!active ? t("retired") : version === null ? t("draft") : t("version", { version })}
							</StatusPill>
						</Cell>
						<Cell numeric>{format.duration(minutes)}</Cell>
						<Cell numeric>{questions === pool ? questions : t("drawn", { questions, pool })}</Cell>
						<Cell numeric>{taken}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
