"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ListTable } from "@/app/_ui/table-kit/list-table";
import { useListed } from "@/app/_ui/table-kit/use-listed";
import { officeInvoicesList } from "@/server/contexts/billing/contracts";
import { InvoicePill } from "./invoice-pill";
import { InvoicesFilters } from "./invoices-filters";

/** Every invoice, and how its collection stands. */
export function InvoicesTable() {
	const t = useTranslations("officeInvoices");
	const format = useFormat();
	const trpc = useTRPC();
	const {
		list,
		query: invoices,
		count,
	} = useListed(officeInvoicesList, {
		rows: (asked) => trpc.billing.officeInvoices.queryOptions(asked),
		count: (filters) => trpc.billing.officeInvoicesCount.queryOptions(filters),
	});
	return (
		<ListTable
			list={list}
			caption={t("caption")}
			columns={[
				{
					id: "number",
					label: t("columns.number"),
					header: true,
					sort: "number",
					cell: ({ number, invoiceId }) => <Link href={`/admin/money/invoices/${invoiceId}`}>{number}</Link>,
				},
				{
					id: "client",
					label: t("columns.client"),
					className: "max-sm:max-w-24 max-sm:whitespace-normal",
					cell: ({ clientName }) => clientName ?? t("nameless"),
				},
				{ id: "issued", label: t("columns.issued"), from: "tablet", cell: ({ issuedAt }) => format.date(issuedAt) },
				{
					id: "total",
					label: t("columns.total"),
					numeric: true,
					sort: "total",
					cell: ({ total }) => format.money(total),
				},
				{ id: "status", label: t("columns.status"), cell: (invoice) => <InvoicePill {...invoice} /> },
				{
					id: "by",
					label: t("columns.by"),
					from: "desk",
					cell: ({ collectedBy }) => (collectedBy ? t(`by.${collectedBy}`) : "–"),
				},
				{
					id: "paid",
					label: t("columns.paid"),
					from: "desk",
					cell: ({ paidAt }) => (paidAt ? format.dateTime(paidAt) : "–"),
				},
			]}
			query={invoices}
			count={count}
			idOf={({ invoiceId }) => invoiceId}
			nameOf={({ number }) => number}
			hrefOf={({ invoiceId }) => `/admin/money/invoices/${invoiceId}`}
			watch={({ status }) => status}
			exportPath="/api/exports/invoices"
			empty={{ title: t("none"), help: t("noneHelp") }}
		>
			<InvoicesFilters list={list} client={invoices.data?.rows[0]?.clientName ?? undefined} />
		</ListTable>
	);
}
