"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { figurePeriods } from "@/server/contexts/hiring/contracts/figures";
import { useAddressFilter } from "../../../_components/use-address-filter";
import { askedFigures } from "./asked-figures";
import { AttackGauge } from "./attack-gauge";
import { Funnel } from "./funnel";
import { LoadNow } from "./load-now";

const YEAR = 365;
/** Figures over weeks: asked again by the minute, not with each change. */
const unhurried = { refetchInterval: 60_000, meta: { unhurried: true } };

/** How hiring goes, for a period and a vacancy that the address names. */
export function FiguresView() {
	const trpc = useTRPC();
	const { params } = useAddressFilter();
	const figures = useQuery({ ...trpc.hiring.figures.queryOptions(askedFigures(params)), ...unhurried });
	const gauge = useQuery({ ...trpc.hiring.attackGauge.queryOptions(), ...unhurried });
	const broken = [figures, gauge].find(({ isError }) => isError);
	if (broken)
		return <ErrorState error={broken.error} retry={() => void broken.refetch()} pending={broken.isRefetching} />;
	if (!gauge.data) return <SkeletonCards />;
	return (
		<div className="space-y-6">
			{figures.data && <LoadNow load={figures.data.load} gauge={gauge.data} />}
			<Choices />
			{figures.data ? <Funnel figures={figures.data} /> : <SkeletonCards cards={2} />}
			<AttackGauge gauge={gauge.data} />
		</div>
	);
}

function Choices() {
	const t = useTranslations("hiringFigures");
	const locale = useLocale();
	const { params, put } = useAddressFilter();
	const { data: vacancies = [] } = useQuery(useTRPC().hiring.vacancies.queryOptions());
	const { days, vacancyId } = askedFigures(params);
	const periods = figurePeriods.map((period) => ({
		value: String(period),
		label: period === YEAR ? t("year") : t("days", { days: period }),
	}));
	const choices = [
		{ value: "", label: t("everyVacancy") },
		...vacancies.map((one) => ({ value: one.vacancyId, label: one.name[locale] })),
	];
	return (
		<div className="grid max-w-xl gap-4 sm:grid-cols-2">
			<Field label={t("period")}>
				{(control) => (
					<Select
						{...control}
						value={String(days)}
						choices={periods}
						onChange={({ target }) => put("days", target.value)}
					/>
				)}
			</Field>
			{vacancies.length > 1 && (
				<Field label={t("vacancy")}>
					{(control) => (
						<Select
							{...control}
							value={vacancyId ?? ""}
							choices={choices}
							onChange={({ target }) => put("vacancy", target.value)}
						/>
					)}
				</Field>
			)}
		</div>
	);
}
