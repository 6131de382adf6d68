"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonLook } from "@/app/_ui/button-look";
import { Card } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { InvoiceId } from "@/server/kernel/ids";
import { DiscountLadder } from "../../../_components/discount-ladder";
import { InvoiceStatus } from "../../../_components/invoice-status";
import { OwedLine } from "../../../_components/owed-line";
import { InvoiceCredits } from "./invoice-credits";
import { PayCard } from "./pay-card";
import { PaymentHistory } from "./payment-history";

/** One invoice: each line opens its order, and the ladder shows where the client stood on it. */
export function InvoiceView({ invoiceId }: { invoiceId: InvoiceId }) {
	const t = useTranslations("billing.invoice");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const invoice = useQuery(trpc.billing.getInvoice.queryOptions({ invoiceId }));
	if (invoice.isPending) return <SkeletonCards cards={2} />;
	if (invoice.isError) return <ErrorState error={invoice.error} retry={() => void invoice.refetch()} />;
	const { number, issuedAt, total, status, lines, paidTotal, discountPercent, next, ladder, payments, credits, due } =
		invoice.data;
	const percent = format.percent(discountPercent);
	return (
		<>
			<PageHeader
				back={{ href: "/billing", label: t("back") }}
				title={t("title", { number })}
				status={<InvoiceStatus status={status} total={total} />}
				help={`${t("issued")} ${format.date(issuedAt)}`}
				actions={
					<a className={buttonLook({ look: "secondary" })} href={`/api/files/invoice/${invoiceId}?locale=${locale}`}>
						<FileText aria-hidden className="size-4" />
						{t("pdf")}
					</a>
				}
			/>
			<div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
				<Card aria-label={t("lines")}>
					<ul aria-label={t("lines")} className="divide-y divide-line">
						{lines.map((line) => (
							<OwedLine key={`${line.orderId} ${line.ending} ${line.kind}`} line={line} />
						))}
					</ul>
					<p className="mt-3 flex items-baseline justify-between gap-4 border-edge border-t pt-3 font-semibold text-lg">
						<span>{t("total")}</span>
						<span data-figures>{format.money(total)}</span>
					</p>
					<InvoiceCredits credits={credits} due={due} />
				</Card>
				<div className="grid gap-6">
					<LiveGlow watch={status} className="empty:hidden">
						<PayCard invoice={invoice.data} />
					</LiveGlow>
					<PaymentHistory payments={payments} />
					<Card aria-label={t("discount")}>
						<p className="text-muted text-sm">
							{t("standing", { paid: format.money(paidTotal), percent })}{" "}
							{next
								? t("next", { missing: format.money(next.missing), percent: format.percent(next.percent) })
								: t("top")}
						</p>
						{ladder.length > 0 && <DiscountLadder ladder={ladder} percent={discountPercent} />}
					</Card>
				</div>
			</div>
		</>
	);
}
