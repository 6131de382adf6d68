"use client";

import { ChartColumn, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "../../_i18n/navigation";
import { Card, CardHeader } from "../card";
import { IconButton } from "../icon-button";
import { Link } from "../link";
import { Skeleton } from "../skeleton";
import { Cell, Column, Row, Table, TableBody, TableHead } from "../table";
import type { ChartDatum, ChartSeries } from "./chart-data";

type ChartCardProps = {
	title: string;
	help?: string;
	/** What the places along the axis are: the table's first column. */
	axis: string;
	data: readonly ChartDatum[];
	series: readonly ChartSeries[];
	stacked?: boolean;
	write: (value: number) => string;
	writeAxis?: (value: number) => string;
	/** The list behind a bar or a cell, where there is one. */
	hrefOf?: (series: ChartSeries, datum: ChartDatum) => string;
};

/** The library comes when a chart does: no other page waits for it. */
const Bars = dynamic(() => import("./bars"), { ssr: false, loading: () => <Skeleton className="h-60" /> });

/** A chart with the table behind it, each of its figures a way into its list, where there is one. */
export function ChartCard(props: ChartCardProps) {
	const { title, help, axis, data, series, stacked = false, write, writeAxis = write, hrefOf } = props;
	const t = useTranslations("common.chart");
	const router = useRouter();
	const [asTable, setAsTable] = useState(false);
	return (
		<Card>
			<CardHeader
				className="flex-nowrap"
				title={title}
				{...(help && { help })}
				actions={
					<IconButton
						size="small"
						label={t(asTable ? "asChart" : "asTable", { title })}
						icon={asTable ? <ChartColumn /> : <Table2 />}
						onClick={() => setAsTable(!asTable)}
					/>
				}
			/>
			{asTable ? (
				<Table caption={title}>
					<TableHead>
						<Column>{axis}</Column>
						{series.map(({ key, label }) => (
							<Column key={key} numeric>
								{label}
							</Column>
						))}
					</TableHead>
					<TableBody>
						{data.map((datum) => (
							<Row key={datum.key}>
								<Cell header>{datum.name}</Cell>
								{series.map((one) => (
									<Cell key={one.key} numeric>
										<Figure {...(hrefOf && { href: hrefOf(one, datum) })}>{write(datum.values[one.key] ?? 0)}</Figure>
									</Cell>
								))}
							</Row>
						))}
					</TableBody>
				</Table>
			) : (
				<figure>
					<div role="img" aria-label={t("picture", { title })}>
						<Bars
							{...{ data, series, stacked, write, writeAxis }}
							{...(hrefOf && {
								onOpen: (one: ChartSeries, datum: ChartDatum) => router.push(hrefOf(one, datum)),
							})}
						/>
					</div>
					<figcaption>
						<ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
							{series.map(({ key, label, colour }) => (
								<li key={key} className="flex items-center gap-2">
									<span
										aria-hidden
										className="size-2.5 rounded-sm"
										style={{ background: `var(--color-chart-${colour})` }}
									/>
									{label}
								</li>
							))}
						</ul>
					</figcaption>
				</figure>
			)}
		</Card>
	);
}

function Figure({ href, children }: { href?: string; children: string }) {
	if (!href) return children;
	return (
		<Link look="quiet" href={href}>
			{children}
		</Link>
	);
}
