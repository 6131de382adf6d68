"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ChartCard } from "@/app/_ui/chart/chart-card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { Figures } from "./figures";

const LONG_HOURS = 48;

/** Of those who applied in the period: how many came how far, and how long each state took. */
export function Funnel({ figures }: { figures: Figures }) {
	const t = useTranslations("hiringFigures");
	const format = useFormat();
	const { funnel, from, open, rejected, withdrawn } = figures;
	const all = funnel[0]?.reached ?? 0;
	const share = (part: number, whole: number) =>
		whole === 0 ? t("steps.none") : format.percent(Math.round((100 * part) / whole));
	const long = (seconds: number | null) => {
		if (seconds === null) return t("steps.none");
		const hours = seconds / 3600;
		if (hours < LONG_HOURS) return format.duration(seconds / 60);
		return t("longDays", { days: Math.round(hours / 2.4) / 10 });
	};
	return (
		<div className="space-y-6">
			<ChartCard
				title={t("funnel.title")}
				help={t("funnel.help", { count: all, from: format.date(from), open, rejected, withdrawn })}
				axis={t("funnel.step")}
				data={funnel.map(({ step, reached }) => {
					const name = t(`names.${step}`);
					return { key: step, label: name, name, values: { reached } };
				})}
				series={[{ key: "reached", label: t("funnel.reached"), colour: 1 }]}
				write={format.count}
			/>
			<Card>
				<CardHeader title={t("steps.title")} help={t("steps.help")} />
				<Table caption={t("steps.title")}>
					<TableHead>
						<Column>{t("steps.step")}</Column>
						{(["reached", "ofBefore", "ofAll", "median", "p90"] as const).map((column) => (
							<Column key={column} numeric>
								{t(`steps.${column}`)}
							</Column>
						))}
					</TableHead>
					<TableBody>
						{funnel.map(({ step, reached, medianSeconds, p90Seconds }, index) => (
							<Row key={step}>
								<Cell header>{t(`names.${step}`)}</Cell>
								<Cell numeric>{format.count(reached)}</Cell>
								<Cell numeric>{index === 0 ? t("steps.none") : share(reached, funnel[index - 1]?.reached ?? 0)}</Cell>
								<Cell numeric>{share(reached, all)}</Cell>
								<Cell numeric>{long(medianSeconds)}</Cell>
								<Cell numeric>{long(p90Seconds)}</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			</Card>
		</div>
	);
}
