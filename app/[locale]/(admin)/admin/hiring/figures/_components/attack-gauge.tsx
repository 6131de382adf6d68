"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ChartCard } from "@/app/_ui/chart/chart-card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { formOutcomes } from "@/server/contexts/hiring/contracts/figures";
import type { Gauge } from "./figures";

const colours = {
	...({ taken: 3, waiting: 4, proof_missing: 2, proof_wrong: 5, proof_expired: 6 } as const),
	...({ too_many: 1, bad_body: 2, failed: 5 } as const),
};

/** What the public form was sent, by the hour and by what became of it. Kinds that never came are left out. */
export function AttackGauge({ gauge }: { gauge: Gauge }) {
	const t = useTranslations("hiringFigures.gauge");
	const format = useFormat();
	const seen = formOutcomes.filter((outcome) => gauge.some(({ counts }) => counts[outcome]));
	if (seen.length === 0)
		return (
			<Card>
				<CardHeader title={t("title")} help={t("quiet")} className="mb-0" />
			</Card>
		);
	return (
		<ChartCard
			title={t("title")}
			help={t("help")}
			axis={t("hour")}
			stacked
			data={gauge.map(({ at, counts }) => ({
				key: at.toISOString(),
				label: format.time(at),
				name: format.dateTime(at),
				values: Object.fromEntries(seen.map((outcome) => [outcome, counts[outcome] ?? 0])),
			}))}
			series={seen.map((outcome) => ({ key: outcome, label: t(outcome), colour: colours[outcome] }))}
			write={format.count}
		/>
	);
}
