"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";

/** What became of the orders that each version decided: where one takes a share, the result of the experiment. */
export function OutcomesCard() {
	const t = useTranslations("matching.outcomes");
	const format = useFormat();
	const asked = useQuery(useTRPC().matching.outcomes.queryOptions());
	const shareOf = (count: number, all: number) =>
		all === 0 ? "–" : `${format.percent(Math.round((100 * count) / all))} (${format.count(count)})`;
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} />
			{asked.isError && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
			{asked.isPending && <SkeletonRows rows={3} columns={6} />}
			{asked.data?.length === 0 && <p className="text-muted">{t("none")}</p>}
			{asked.data && asked.data.length > 0 && (
				<Table caption={t("title")}>
					<TableHead>
						<Column numeric>{t("version")}</Column>
						<Column numeric>{t("orders")}</Column>
						<Column numeric>{t("completed")}</Column>
						<Column numeric>{t("failed")}</Column>
						<Column numeric>{t("noShows")}</Column>
						<Column numeric>{t("stars")}</Column>
					</TableHead>
					<TableBody>
						{asked.data.map(({ version, orders, completed, failed, noShows, rated, stars }) => (
							<Row key={version}>
								<Cell numeric header>
									<Link href={`/admin/matching/${version}`}>{version}</Link>
								</Cell>
								<Cell numeric>{format.count(orders)}</Cell>
								<Cell numeric>{shareOf(completed, completed + failed)}</Cell>
								<Cell numeric>{shareOf(failed, completed + failed)}</Cell>
								<Cell numeric>{shareOf(noShows, completed + failed)}</Cell>
								<Cell numeric>{rated === 0 ? "–" : t("ofRatings", { stars: stars.toFixed(2), count: rated })}</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
