"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { OwedLine } from "./owed-line";

/** What will be invoiced at the coming cut-off, and for what. */
export function OwedThisWeek() {
	const t = useTranslations("billing.owed");
	const format = useFormat();
	const trpc = useTRPC();
	const owed = useQuery(trpc.billing.owedThisWeek.queryOptions());
	if (owed.isPending) return <SkeletonCards cards={1} />;
	if (owed.isError) return <ErrorState error={owed.error} retry={() => void owed.refetch()} />;
	const { total, count, cutoff, lines } = owed.data;
	const day = { day: format.weekday(cutoff), time: format.time(cutoff) };
	return (
		<LiveGlow watch={`${total} ${count}`}>
			<Card aria-label={t("title")}>
				<CardHeader title={t("title")} help={t("cutoff", day)} className="mb-2" />
				<p data-figures className="font-semibold text-2xl tracking-tight">
					{format.money(total)}
				</p>
				{count === 0 && <p className="mt-2 text-muted">{t("none")}</p>}
				{count > 0 && (
					<ul aria-label={t("lines")} className="mt-4 divide-y divide-line border-line border-t">
						{lines.map((line) => (
							<OwedLine key={`${line.orderId} ${line.ending} ${line.kind}`} line={line} />
						))}
					</ul>
				)}
				{count > lines.length && (
					<p className="mt-3 text-muted text-sm">{t("more", { count: count - lines.length })}</p>
				)}
			</Card>
		</LiveGlow>
	);
}
