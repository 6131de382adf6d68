"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ChoiceFilter, Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { payoutsList } from "@/server/contexts/billing/contracts";

const statuses = ["issued", "sending", "rejected", "paid", "closed"] as const;

/** All payouts, as the address asks for them. */
export function PayoutsTable() {
	const t = useTranslations("payouts.office.list");
	const status = useTranslations("payouts.status");
	const format = useFormat();
	const trpc = useTRPC();
	const { list, query, count } = useListed(payoutsList, {
		rows: (asked) => trpc.billing.officePayouts.queryOptions(asked),
		count: (filters) => trpc.billing.officePayoutsCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={[
				{
					id: "number",
					label: t("number"),
					header: true,
					sort: "number",
					className: "figures whitespace-nowrap",
					cell: ({ payoutId, number }) => (
						<Link href={`/admin/money/payouts/${payoutId}`} look="plain" className="hover:underline">
							{number}
						</Link>
					),
				},
				{
					id: "worker",
					label: t("worker"),
					className: "max-sm:max-w-24 max-sm:whitespace-normal",
					cell: ({ workerName }) => workerName || t("nameless"),
				},
				{
					id: "month",
					label: t("month"),
					from: "tablet",
					className: "first-letter:uppercase",
					cell: ({ month }) => format.month(month),
				},
				{
					id: "amount",
					label: t("amount"),
					numeric: true,
					sort: "amount",
					cell: ({ amount }) => format.money(amount),
				},
				{
					id: "carried",
					label: t("carried"),
					numeric: true,
					from: "desk",
					cell: ({ carriedOut }) => (carriedOut < 0n ? format.money(carriedOut) : "–"),
				},
				{ id: "status", label: t("status"), cell: (payout) => <PayoutStatus status={payout.status} /> },
			]}
			query={query}
			count={count}
			idOf={({ payoutId }) => payoutId}
			nameOf={({ number }) => number}
			hrefOf={({ payoutId }) => `/admin/money/payouts/${payoutId}`}
			watch={(payout) => payout.status}
			exportPath="/api/exports/payouts"
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			>
				<ChoiceFilter
					list={list}
					name="status"
					label={t("status")}
					all={t("all")}
					choices={statuses.map((value) => ({ value, label: status(value) }))}
				/>
			</Filters>
		</ListTable>
	);
}
