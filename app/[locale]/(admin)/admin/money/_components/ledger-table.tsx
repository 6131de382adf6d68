"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { ledgerList } from "@/server/contexts/billing/contracts";
import { LedgerFilters } from "./ledger-filters";
import { useLedgerWords } from "./use-ledger-words";

/** The books, as the address asks for them. */
export function LedgerTable() {
	const t = useTranslations("ledger.ledger");
	const format = useFormat();
	const words = useLedgerWords();
	const trpc = useTRPC();
	const {
		list,
		query: transactions,
		count,
	} = useListed(ledgerList, {
		rows: (asked) => trpc.billing.ledger.queryOptions(asked),
		count: (filters) => trpc.billing.ledgerCount.queryOptions(filters),
	});
	const postings = transactions.data?.rows.flatMap((row) => row.postings) ?? [];
	const nameOf = (person: string | undefined) =>
		postings.find(({ ownerId }) => ownerId !== null && ownerId === person)?.ownerName ?? undefined;
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={[
				{
					id: "number",
					label: t("columns.number"),
					header: true,
					className: "figures font-normal",
					cell: ({ transactionId }) => <Link href={`/admin/money/ledger/${transactionId}`}>{transactionId}</Link>,
				},
				{
					id: "date",
					label: t("columns.date"),
					sort: "date",
					from: "tablet",
					className: "figures whitespace-nowrap",
					cell: ({ businessDate }) => format.calendarDate(businessDate),
				},
				{
					id: "kind",
					label: t("columns.kind"),
					cell: (row) => (
						<span className="flex flex-wrap items-center gap-2">
							{words.kind(row)}
							{row.isReversed && <Badge tone="warn">{t("reversed")}</Badge>}
						</span>
					),
				},
				{ id: "reason", label: t("columns.reason"), from: "tablet", cell: ({ reason }) => reason },
				{
					id: "accounts",
					label: t("columns.accounts"),
					from: "desk",
					cell: ({ postings }) => postings.map(words.account).join(" · "),
				},
				{ id: "amount", label: t("columns.amount"), numeric: true, cell: ({ amount }) => format.money(amount) },
				{ id: "at", label: t("columns.at"), extra: true, className: "figures", cell: ({ at }) => format.dateTime(at) },
				{ id: "actor", label: t("columns.actor"), extra: true, cell: ({ actor }) => actor.name ?? actor.id ?? "–" },
			]}
			query={transactions}
			count={count}
			idOf={({ transactionId }) => transactionId}
			nameOf={({ transactionId }) => t("name", { number: transactionId })}
			hrefOf={({ transactionId }) => `/admin/money/ledger/${transactionId}`}
			watch={({ isReversed }) => String(isReversed)}
			exportPath="/api/exports/ledger"
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<LedgerFilters
				list={list}
				chosen={{ client: nameOf(list.asked.clientId), worker: nameOf(list.asked.workerId) }}
			/>
		</ListTable>
	);
}
