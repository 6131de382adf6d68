"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { SetDialog } from "./set-dialog";
import type { TestSet } from "./test-set";

/** Which tests the candidates of each vacancy take. */
export function SetsView() {
	const t = useTranslations("library.sets");
	const locale = useLocale();
	const trpc = useTRPC();
	const sets = useQuery(trpc.hiring.testSets.queryOptions());
	const tests = useQuery(trpc.hiring.tests.queryOptions());
	const vacancies = useQuery(trpc.hiring.vacancies.queryOptions());
	const [editing, setEditing] = useState<TestSet | "new" | null>(null);
	const failed = [sets, tests, vacancies].find(({ isError }) => isError);
	if (failed?.error) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
	if (!sets.data || !tests.data || !vacancies.data) return <SkeletonRows />;
	const nameOfTest = (id: string) => tests.data.find(({ testId }) => testId === id)?.name[locale] ?? "";
	const nameOfVacancy = (id: string) => vacancies.data.find(({ vacancyId }) => vacancyId === id)?.name[locale] ?? "";
	const add = (
		<Button look="primary" onClick={() => setEditing("new")}>
			<Plus aria-hidden />
			{t("add")}
		</Button>
	);
	return (
		<div className="space-y-4">
			{add}
			{sets.data.length === 0 ? (
				<EmptyState title={t("none")} picture={<NapCat className="w-40" />}>
					{t("noneHelp")}
				</EmptyState>
			) : (
				<Table caption={t("title")}>
					<TableHead>
						<Column>{t("name")}</Column>
						<Column>{t("vacancy")}</Column>
						<Column>{t("tests")}</Column>
						<Column>{t("state")}</Column>
					</TableHead>
					<TableBody>
						{sets.data.map((set) => (
							<Row key={set.setId}>
								<Cell header>
									<button
										type="button"
										className="rounded-sm text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
										onClick={() => setEditing(set)}
									>
										{set.name[locale]}
									</button>
								</Cell>
								<Cell>{nameOfVacancy(set.vacancyId)}</Cell>
								<Cell>{set.testIds.map(nameOfTest).join(" · ")}</Cell>
								<Cell>
									{!set.active ? (
										<Badge>{t("retired")}</Badge>
									) : (
										<Badge tone={set.usual ? "good" : "neutral"}>{t(set.usual ? "usual" : "offered")}</Badge>
									)}
								</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			)}
			{editing && (
				<SetDialog
					set={editing === "new" ? null : editing}
					tests={tests.data}
					vacancies={vacancies.data}
					onClose={() => setEditing(null)}
				/>
			)}
		</div>
	);
}
