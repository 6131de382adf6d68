"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { DifferencesTable } from "./differences-table";
import { Figures } from "./figures";

/** What a version that runs beside would have decided otherwise. */
export function ShadowPart({ version, isShadow }: { version: number; isShadow: boolean }) {
	const t = useTranslations("matching.shadow");
	const format = useFormat();
	const asked = useQuery(useTRPC().matching.shadow.queryOptions({ version }));
	if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
	if (!asked.data) return <SkeletonRows rows={5} columns={4} />;
	const { orders, agreed, failed, differences } = asked.data;
	if (orders === 0) return <EmptyState title={t("none")}>{t(isShadow ? "wait" : "begin")}</EmptyState>;
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} />
			<Figures
				figures={[
					{ name: t("orders"), value: format.count(orders) },
					{ name: t("agreement"), value: format.percent(Math.round((100 * agreed) / orders)) },
					{ name: t("otherwise"), value: format.count(orders - agreed - failed) },
				]}
			/>
			{failed > 0 && (
				<Notice tone="bad" className="mb-4">
					{t("failed", { count: failed })}
				</Notice>
			)}
			<DifferencesTable caption={t("differences")} rows={differences} />
		</Card>
	);
}
