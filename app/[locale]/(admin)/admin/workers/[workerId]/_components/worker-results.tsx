"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableFoot, TableHead } from "@/app/_ui/table";
import type { WorkerId } from "@/server/kernel/ids";
import { percentOf, sumOf } from "./results";

type Api = ReturnType<typeof useTRPC>;
type Result = inferOutput<Api["execution"]["workerResults"]>[number];

/** How the worker's jobs ended, by service type: done, failed, on time, and what clients gave. */
export function WorkerResults({ workerId }: { workerId: WorkerId }) {
	const t = useTranslations("workers.results");
	const locale = useLocale();
	const trpc = useTRPC();
	const results = useQuery(trpc.execution.workerResults.queryOptions({ workerId }));
	const ratings = useQuery(trpc.ordering.workerRatings.queryOptions({ workerId }));
	const broken = [results, ratings].find(({ isError }) => isError);
	const given = ratings.data?.byType ?? [];
	const rows = results.data ?? [];
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} />
			{broken && <ErrorState error={broken.error} retry={() => void broken.refetch()} pending={broken.isRefetching} />}
			{(results.isPending || ratings.isPending) && <SkeletonRows rows={4} columns={6} />}
			{results.isSuccess && rows.length === 0 && <p className="text-muted">{t("none")}</p>}
			{rows.length > 0 && (
				<Table caption={t("title")}>
					<TableHead>
						<Column>{t("service")}</Column>
						<Column numeric>{t("completed")}</Column>
						<Column numeric>{t("failed")}</Column>
						<Column numeric>{t("noShow")}</Column>
						<Column numeric>{t("cancelled")}</Column>
						<Column numeric>{t("onTime")}</Column>
						<Column numeric>{t("stars")}</Column>
					</TableHead>
					<TableBody>
						{rows.map((row) => (
							<Row key={row.serviceTypeId}>
								<Cell header>
									<Link
										look="plain"
										className="hover:underline"
										href={`/admin/orders?workerId=${workerId}&serviceTypeId=${row.serviceTypeId}`}
									>
										{row.serviceName[locale]}
									</Link>
								</Cell>
								<Figures row={row} given={given.filter(({ serviceTypeId }) => serviceTypeId === row.serviceTypeId)} />
							</Row>
						))}
					</TableBody>
					{rows.length > 1 && (
						<TableFoot>
							<tr>
								<Cell header>{t("all")}</Cell>
								<Figures row={sumOf(rows)} given={given} />
							</tr>
						</TableFoot>
					)}
				</Table>
			)}
		</Card>
	);
}

type Given = inferOutput<Api["ordering"]["workerRatings"]>["byType"];
type Counts = Pick<Result, "completed" | "failed" | "noShow" | "cancelled" | "checkedIn" | "onTime">;

function Figures({ row, given }: { row: Counts; given: Given }) {
	const t = useTranslations("workers.results");
	const format = useFormat();
	const onTime = percentOf(row.onTime, row.checkedIn);
	const ratings = given.reduce((sum, { count }) => sum + count, 0);
	const stars = given.reduce((sum, { count, stars: average }) => sum + count * average, 0);
	return (
		<>
			<Cell numeric>{format.count(row.completed)}</Cell>
			<Cell numeric>{format.count(row.failed)}</Cell>
			<Cell numeric>{format.count(row.noShow)}</Cell>
			<Cell numeric>{format.count(row.cancelled)}</Cell>
			<Cell numeric>{onTime === null ? "–" : format.percent(onTime)}</Cell>
			<Cell numeric>{ratings === 0 ? "–" : t("average", { stars: stars / ratings, count: ratings })}</Cell>
		</>
	);
}
