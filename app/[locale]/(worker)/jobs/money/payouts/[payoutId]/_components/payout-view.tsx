"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonLook } from "@/app/_ui/button-look";
import { Card } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { PayoutLines } from "@/app/_ui/money/payout-lines";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { PayoutId } from "@/server/kernel/ids";

/** The statement of one payout: each line opens its job, and what became of the money is said first. */
export function PayoutView({ payoutId }: { payoutId: PayoutId }) {
	const t = useTranslations("payouts");
	const locale = useLocale();
	const format = useFormat();
	const payout = useQuery(useTRPC().billing.getPayout.queryOptions({ payoutId }));
	if (payout.isPending) return <SkeletonCards cards={1} />;
	if (payout.isError) return <ErrorState error={payout.error} retry={() => void payout.refetch()} />;
	const { number, month, status, amount, transfer } = payout.data;
	return (
		<>
			<PageHeader
				back={{ href: "/jobs/money", label: t("statement.back") }}
				title={t("statement.title", { number })}
				status={<PayoutStatus status={status} />}
				help={[format.month(month), transfer && t("worker.to", { account: transfer.account })]
					.filter(Boolean)
					.join(" · ")}
				actions={
					<a className={buttonLook({ look: "secondary" })} href={`/api/files/payout/${payoutId}?locale=${locale}`}>
						<FileText aria-hidden className="size-4" />
						{t("statement.pdf")}
					</a>
				}
			/>
			{status === "issued" && (
				<Notice tone="warn" className="mb-4">
					{t("worker.waiting")}
				</Notice>
			)}
			{status === "rejected" && (
				<Notice tone="bad" title={t("worker.rejectedTitle", { amount: format.money(amount) })} className="mb-4">
					{t("worker.rejected", { reason: transfer?.reason ?? "" })}
				</Notice>
			)}
			<Card aria-label={t("statement.lines")}>
				<PayoutLines payout={payout.data} orderHref={(orderId) => `/jobs/${orderId}`} />
			</Card>
		</>
	);
}
