"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { DiscountLadder } from "./discount-ladder";
import type { Discount } from "./types";

/** The discount so far, and what is missing for the next step. */
export function DiscountCard() {
	const t = useTranslations("billing.discount");
	const format = useFormat();
	const trpc = useTRPC();
	const discount = useQuery(trpc.billing.discountProgress.queryOptions());
	if (discount.isPending) return <SkeletonCards cards={1} />;
	if (discount.isError) return <ErrorState error={discount.error} retry={() => void discount.refetch()} />;
	const { percent, paidTotal, next, ladder } = discount.data;
	return (
		<Card aria-label={t("title")}>
			<CardHeader title={t("title")} className="mb-2" />
			<p data-figures className="font-semibold text-2xl tracking-tight">
				{format.percent(percent)}
			</p>
			<DescriptionList
				bill
				className="my-2"
				items={[{ key: "paid", term: t("paid"), description: format.money(paidTotal) }]}
			/>
			{next ? <NextStep paidTotal={paidTotal} next={next} /> : <p className="text-muted text-sm">{t("top")}</p>}
			{ladder.length > 0 && <DiscountLadder ladder={ladder} percent={percent} />}
		</Card>
	);
}

function NextStep({ paidTotal, next }: { paidTotal: bigint; next: NonNullable<Discount["next"]> }) {
	const t = useTranslations("billing.discount");
	const format = useFormat();
	const percent = format.percent(next.percent);
	return (
		<>
			<progress
				aria-label={t("progress", { percent })}
				value={Number(paidTotal)}
				max={Number(paidTotal + next.missing)}
				className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-good [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-good"
			/>
			<p className="mt-1 text-muted text-sm">{t("next", { missing: format.money(next.missing), percent })}</p>
		</>
	);
}
