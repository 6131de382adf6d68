"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { bonusesList } from "@/server/contexts/billing/contracts";

/** All bonuses, as the address asks for them. */
export function BonusesTable() {
	const t = useTranslations("payouts.office.bonus");
	const format = useFormat();
	const trpc = useTRPC();
	const { list, query, count } = useListed(bonusesList, {
		rows: (asked) => trpc.billing.bonuses.queryOptions(asked),
		count: (filters) => trpc.billing.bonusesCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={[
				{
					id: "worker",
					label: t("worker"),
					header: true,
					cell: (bonus) => (
						<Link href={`/admin/workers/${bonus.workerId}`} look="plain" className="hover:underline">
							{bonus.workerName}
						</Link>
					),
				},
				{ id: "amount", label: t("amount"), numeric: true, cell: ({ amount }) => format.money(amount) },
				{
					id: "reason",
					label: t("reason"),
					className: "max-sm:whitespace-normal",
					cell: ({ reason }) => reason,
				},
				{ id: "by", label: t("by"), from: "tablet", cell: ({ grantedBy }) => grantedBy.name ?? grantedBy.id ?? "–" },
				{ id: "approvedBy", label: t("approvedBy"), from: "desk", cell: ({ approvedBy }) => approvedBy?.name ?? "–" },
				{
					id: "at",
					label: t("at"),
					from: "tablet",
					sort: "granted",
					className: "figures whitespace-nowrap",
					cell: ({ grantedAt }) => format.dateTime(grantedAt),
				},
			]}
			query={query}
			count={count}
			idOf={({ bonusId }) => bonusId}
			nameOf={({ workerName, reason }) => `${workerName}: ${reason}`}
			hrefOf={(bonus) => `/admin/workers/${bonus.workerId}`}
			watch={({ amount }) => String(amount)}
			exportPath="/api/exports/bonuses"
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<Filters
				list={list}
				search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
			/>
		</ListTable>
	);
}
