"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { ChartCard } from "@/app/_ui/chart/chart-card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Countdown, RelativeTime } from "@/app/_ui/format/relative-time";
import { Keys } from "@/app/_ui/keys";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { Stars } from "@/app/_ui/star-rating";
import { serviceIcons } from "@/server/contexts/ordering/contracts";
import { exampleDay } from "./example";

const statuses = ["issued", "sending", "paid", "rejected", "closed"] as const;
const weeks = [
	{ day: "2", values: { done: 41, failed: 3, cancelled: 5 } },
	{ day: "9", values: { done: 48, failed: 1, cancelled: 4 } },
	{ day: "16", values: { done: 57, failed: 2, cancelled: 7 } },
];

/** Figures that are looked at: charts, ratings, times that move, and the small signs beside them. */
export function Figures() {
	const t = useTranslations("gallery.states");
	const words = useTranslations("gallery.figures");
	const format = useFormat();
	return (
		<div className="grid items-start gap-6 md:grid-cols-2">
			<ChartCard
				title={words("chart")}
				axis={words("week")}
				stacked
				data={weeks.map(({ day, values }) => ({ key: day, label: day, name: words("weekOf", { day }), values }))}
				series={[
					{ key: "done", label: t("done"), colour: 1 },
					{ key: "failed", label: t("failed"), colour: 2 },
					{ key: "cancelled", label: t("cancelled"), colour: 3 },
				]}
				write={format.count}
				hrefOf={() => "/demo/ui"}
			/>
			<Card className="space-y-6">
				<p className="flex flex-wrap gap-2">
					{statuses.map((status) => (
						<PayoutStatus key={status} status={status} />
					))}
				</p>
				<p className="flex flex-wrap items-center gap-4">
					<Stars value={5} />
					<Stars value={2} />
					<Keys keys={["Ctrl", "K"]} />
				</p>
				<p className="figures flex flex-wrap gap-4">
					<RelativeTime at={exampleDay("10:00")} />
					<Countdown until={exampleDay("10:00")} />
				</p>
				<p className="flex flex-wrap gap-3 text-muted">
					{serviceIcons.map((name) => (
						<ServiceIcon key={name} name={name} className="size-6" />
					))}
				</p>
			</Card>
		</div>
	);
}
