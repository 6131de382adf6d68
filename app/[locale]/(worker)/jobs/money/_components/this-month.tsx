"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { MoneyLine } from "./money-line";

/** What this month has brought so far, job by job. */
export function ThisMonth() {
	const t = useTranslations("money.month");
	const format = useFormat();
	const trpc = useTRPC();
	const month = useQuery(trpc.billing.workerMonth.queryOptions());
	if (month.isPending) return <SkeletonCards cards={1} />;
	if (month.isError) return <ErrorState error={month.error} retry={() => void month.refetch()} />;
	const { total, earnings, penalties, bonuses, debt, cutoff, lines } = month.data;
	const until = { day: format.weekday(cutoff), time: format.time(cutoff) };
	return (
		<LiveGlow watch={`${total} ${lines.length}`}>
			<Card aria-label={t("title")}>
				<CardHeader title={t("title")} help={t("cutoff", until)} className="mb-2" />
				<p data-figures className="font-semibold text-3xl tracking-tight">
					{format.money(total)}
				</p>
				{total < 0n && <p className="mt-1 text-muted text-sm">{t("debt")}</p>}
				<DescriptionList
					bill
					className="mt-2"
					items={[
						...(debt < 0n ? [{ key: "debt", term: t("carriedIn"), description: format.money(debt) }] : []),
						{ key: "earnings", term: t("earnings"), description: format.money(earnings) },
						{ key: "penalties", term: t("penalties"), description: format.money(penalties) },
						...(bonuses !== 0n ? [{ key: "bonuses", term: t("bonuses"), description: format.money(bonuses) }] : []),
					]}
				/>
				{lines.length === 0 ? (
					<p className="mt-2 text-muted">{t("none")}</p>
				) : (
					<>
						<h3 className="mt-6 mb-1 font-semibold">{t("lines")}</h3>
						<ul className="divide-y divide-line">
							{lines.map((line) => (
								<MoneyLine key={line.id} line={line} />
							))}
						</ul>
					</>
				)}
			</Card>
		</LiveGlow>
	);
}
