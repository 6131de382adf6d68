"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Filters, SearchFilter } from "@/app/_ui/table-kit/filters";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { comingInvoicesList } from "@/server/contexts/billing/contracts";

/** A dry run of the week: who would be invoiced how much, if it were closed now. */
export function ComingInvoices() {
	const t = useTranslations("ledger.coming");
	const format = useFormat();
	const trpc = useTRPC();
	const { list, query, count } = useListed(comingInvoicesList, {
		rows: (asked) => trpc.billing.comingInvoices.queryOptions(asked),
		count: (filters) => trpc.billing.comingInvoicesCount.queryOptions(filters),
	});
	return (
		<>
			<Summary />
			<ListTable
				list={list}
				caption={t("caption")}
				columns={[
					{
						id: "client",
						label: t("columns.client"),
						header: true,
						cell: ({ clientId, clientName }) => (
							<Link href={`/admin/clients/${clientId}`}>{clientName || t("nameless")}</Link>
						),
					},
					{ id: "lines", label: t("columns.lines"), numeric: true, cell: ({ lineCount }) => format.count(lineCount) },
					{
						id: "total",
						label: t("columns.total"),
						numeric: true,
						sort: "total",
						cell: ({ total }) => format.money(total),
					},
					{
						id: "state",
						label: t("columns.state"),
						from: "tablet",
						cell: ({ total }) =>
							total < 0n ? (
								<StatusPill tone="warn">{t("waits")}</StatusPill>
							) : (
								<StatusPill tone="info">{t("invoiced")}</StatusPill>
							),
					},
				]}
				query={query}
				count={count}
				idOf={({ clientId }) => clientId}
				nameOf={({ clientName }) => clientName || t("nameless")}
				hrefOf={({ clientId }) => `/admin/clients/${clientId}`}
				watch={({ total }) => String(total)}
				exportPath="/api/exports/coming-invoices"
				empty={{ title: t("none"), help: t("noneHelp") }}
			>
				<Filters
					list={list}
					search={<SearchFilter list={list} name="search" label={t("search")} placeholder={t("searchHelp")} />}
				/>
			</ListTable>
		</>
	);
}

function Summary() {
	const t = useTranslations("ledger.coming");
	const format = useFormat();
	const week = useQuery(useTRPC().billing.comingWeek.queryOptions());
	if (week.isError) return <ErrorState error={week.error} retry={() => void week.refetch()} className="mb-6" />;
	if (!week.data) return <SkeletonRows rows={3} columns={2} />;
	const { cutoff, moneyPolicyVersion, invoices, waiting } = week.data;
	return (
		<Card className="mb-6 max-w-xl">
			<DescriptionList
				bill
				items={[
					{ term: t("cutoff"), description: format.dateTime(cutoff) },
					{ term: t("invoices", { count: invoices.clients }), description: format.money(invoices.total) },
					...(waiting.clients > 0
						? [{ term: t("waiting", { count: waiting.clients }), description: format.money(waiting.total) }]
						: []),
					{ term: t("policies"), description: t("version", { version: moneyPolicyVersion }) },
				]}
			/>
		</Card>
	);
}
