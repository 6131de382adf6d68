"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ChartCard } from "@/app/_ui/chart/chart-card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { addDays } from "@/server/kernel/calendar";
import { Tiles } from "./tiles";

/** Figures over weeks: asked again by the minute, not with each change. */
const unhurried = { refetchInterval: 60_000, meta: { unhurried: true } };
const HUNDREDTHS = 100;

/** The days of a week, as the list of orders filters by them. */
const daysOf = ({ key: monday }: { key: string }) => `from=${monday}&to=${addDays(monday, 6)}`;

/** How orders ended and what they brought, week by week. */
export function Weeks() {
	const t = useTranslations("overview.weeks");
	const states = useTranslations("office.states");
	const format = useFormat();
	const trpc = useTRPC();
	const ends = useQuery({ ...trpc.ordering.weeks.queryOptions(), ...unhurried });
	const money = useQuery({ ...trpc.billing.weeks.queryOptions(), ...unhurried });
	const broken = [ends, money].find(({ isError }) => isError);
	if (broken)
		return <ErrorState error={broken.error} retry={() => void broken.refetch()} pending={broken.isRefetching} />;
	if (!ends.data || !money.data) return <SkeletonCards cards={2} />;

	const axisOf = ({ from, monday }: { from: Date; monday: string }) => ({
		key: monday,
		label: format.shortDay(from),
		name: t("weekOf", { day: format.dayMonth(from) }),
	});
	const amount = (minor: number) => format.money(BigInt(Math.round(minor)));
	return (
		<>
			<Tiles ends={ends.data} money={money.data} />
			<div className="grid gap-6 xl:grid-cols-2">
				<ChartCard
					title={t("ends.title")}
					help={t("ends.help")}
					axis={t("week")}
					stacked
					data={ends.data.map(({ completed, failed, cancelled, ...week }) => ({
						...axisOf(week),
						values: { completed, failed, cancelled },
					}))}
					series={[
						{ key: "completed", label: states("completed"), colour: 3 },
						{ key: "failed", label: states("failed"), colour: 2 },
						{ key: "cancelled", label: states("cancelled"), colour: 6 },
					]}
					write={format.count}
					hrefOf={({ key }, week) => `/admin/orders?state=${key}&${daysOf(week)}`}
				/>
				<ChartCard
					title={t("money.title")}
					help={t("money.help")}
					axis={t("week")}
					data={money.data.map(({ revenue, workerCost, ...week }) => ({
						...axisOf(week),
						values: { revenue: Number(revenue), workerCost: Number(workerCost) },
					}))}
					series={[
						{ key: "revenue", label: t("money.revenue"), colour: 1 },
						{ key: "workerCost", label: t("money.workerCost"), colour: 5 },
					]}
					write={amount}
					writeAxis={(minor) => format.count(minor / HUNDREDTHS)}
					hrefOf={(_series, week) => `/admin/orders?${daysOf(week)}`}
				/>
			</div>
		</>
	);
}
