"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonLook } from "@/app/_ui/button-look";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { InvoiceId } from "@/server/kernel/ids";
import { InvoicePill } from "../../_components/invoice-pill";
import { AttemptsTable } from "./attempts-table";
import { ConfirmTransfer } from "./confirm-transfer";
import { CreditsCard } from "./credits-card";
import { DisputesCard } from "./disputes-card";
import { LinesTable } from "./lines-table";
import type { OfficeInvoice } from "./types";

/** An invoice for the office: what it is for, what was tried, what the payment services have said, what can be done. */
export function OfficeInvoiceView({ invoiceId }: { invoiceId: InvoiceId }) {
	const t = useTranslations("officeInvoices");
	const locale = useLocale();
	const query = useQuery(useTRPC().billing.officeInvoice.queryOptions({ invoiceId }));
	if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
	if (!query.data) return <SkeletonCards cards={2} />;
	const invoice = query.data;
	return (
		<>
			<PageHeader
				title={t("title", { number: invoice.number })}
				back={{ href: "/admin/money/invoices", label: t("back") }}
				status={<InvoicePill {...invoice} />}
				actions={
					<>
						<a className={buttonLook({ look: "secondary" })} href={`/api/files/invoice/${invoiceId}?locale=${locale}`}>
							<FileText aria-hidden className="size-4" />
							PDF
						</a>
						{invoice.due > 0n && invoice.status !== "collecting" && <ConfirmTransfer invoice={invoice} />}
					</>
				}
			/>
			<LiveGlow watch={invoice.status}>
				<div className="grid items-start gap-6 xl:grid-cols-2">
					<Facts invoice={invoice} />
					<Card>
						<CardHeader title={t("attempts.title")} help={t("attempts.help")} />
						<AttemptsTable invoice={invoice} />
					</Card>
				</div>
			</LiveGlow>
			<CreditsCard invoice={invoice} />
			<DisputesCard disputes={invoice.disputes} />
			<Card className="mt-6">
				<CardHeader title={t("lines")} />
				<LinesTable invoice={invoice} />
			</Card>
		</>
	);
}

function Facts({ invoice }: { invoice: OfficeInvoice }) {
	const t = useTranslations("officeInvoices");
	const format = useFormat();
	const { clientId, clientName, issuedAt, total, due, method, overdueAt, paidAt, dueAt, collectedBy } = invoice;
	return (
		<Card>
			<CardHeader title={t("facts.title")} />
			<DescriptionList
				items={[
					{
						term: t("columns.client"),
						description: <Link href={`/admin/clients/${clientId}`}>{clientName || t("nameless")}</Link>,
					},
					{ term: t("columns.issued"), description: format.dateTime(issuedAt) },
					{ term: t("columns.total"), description: format.money(total) },
					{ term: t("facts.due"), description: format.money(due) },
					{ term: t("facts.method"), description: method ? t(`methods.${method.kind}`) : t("facts.noMethod") },
					...(collectedBy === "transfer" && !paidAt
						? [{ term: t("facts.until"), description: format.dateTime(dueAt) }]
						: []),
					...(overdueAt ? [{ term: t("facts.overdue"), description: format.dateTime(overdueAt) }] : []),
					...(paidAt ? [{ term: t("columns.paid"), description: format.dateTime(paidAt) }] : []),
					{ term: t("facts.policies"), description: t("facts.version", { version: invoice.moneyPolicyVersion }) },
				]}
			/>
		</Card>
	);
}
