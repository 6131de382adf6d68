"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useList } from "@/app/_ui/table-kit/use-list";
import { sealsList } from "@/server/contexts/billing/contracts";

/** The seals of the closed days. `unsoundDays` are those whose seal does not hold, once somebody has had them checked. */
export function SealsTable({ unsoundDays }: { unsoundDays: string[] | undefined }) {
	const t = useTranslations("ledger.checks");
	const format = useFormat();
	const list = useList(sealsList);
	const seals = useQuery({
		...useTRPC().billing.seals.queryOptions(list.asked),
		placeholderData: keepPreviousData,
	});
	return (
		<ListTable
			list={list}
			caption={t("seals")}
			columns={[
				{
					id: "day",
					label: t("columns.day"),
					header: true,
					sort: "day",
					className: "figures whitespace-nowrap font-normal",
					cell: ({ day }) => format.calendarDate(day),
				},
				{
					id: "state",
					label: t("columns.state"),
					cell: ({ day }) =>
						unsoundDays === undefined ? (
							<StatusPill tone="neutral">{t("sealed")}</StatusPill>
						) : unsoundDays.includes(day) ? (
							<StatusPill tone="bad">{t("tampered")}</StatusPill>
						) : (
							<StatusPill tone="good">{t("intact")}</StatusPill>
						),
				},
				{
					id: "transactions",
					label: t("columns.transactions"),
					numeric: true,
					cell: ({ transactionCount }) => format.count(transactionCount),
				},
				{
					id: "hash",
					label: t("columns.hash"),
					from: "tablet",
					cell: ({ hash }) => (
						<code className="text-xs" title={hash}>
							{hash.slice(0, 16)}…
						</code>
					),
				},
				{
					id: "sealedAt",
					label: t("columns.sealedAt"),
					from: "desk",
					className: "figures whitespace-nowrap",
					cell: ({ sealedAt }) => format.dateTime(sealedAt),
				},
				{
					id: "fullHash",
					label: t("columns.fullHash"),
					extra: true,
					cell: ({ hash }) => <code className="break-all text-xs">{hash}</code>,
				},
			]}
			query={seals}
			idOf={({ day }) => day}
			nameOf={({ day }) => t("sealOf", { day: format.calendarDate(day) })}
			watch={({ hash }) => hash}
			empty={{ title: t("noSeals"), help: t("noSealsHelp") }}
		/>
	);
}
