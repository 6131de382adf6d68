"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { buttonLook } from "@/app/_ui/button-look";
import { Card } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PayoutLines } from "@/app/_ui/money/payout-lines";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { PayoutId } from "@/server/kernel/ids";
import { AskGoldHat } from "./ask-gold-hat";
import { SendAgain } from "./send-again";
import { Transfers } from "./transfers";

/** One payout: what it is made of, and everything about each try to transfer it. */
export function OfficePayout({ payoutId }: { payoutId: PayoutId }) {
	const t = useTranslations("payouts.office.view");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const [sending, setSending] = useState(false);
	const payout = useQuery(trpc.billing.getPayout.queryOptions({ payoutId }));
	const transfers = useQuery(trpc.billing.payoutTransfers.queryOptions({ payoutId }));
	if (payout.isPending) return <SkeletonCards cards={2} />;
	if (payout.isError) return <ErrorState error={payout.error} retry={() => void payout.refetch()} />;
	const { number, month, status, amount, workerId, workerName, cutoffAt, issuedAt, moneyPolicyVersion } = payout.data;
	const isDoubtful = transfers.data?.tries.some(({ contradictedAt }) => contradictedAt !== null);
	const facts = [
		{
			key: "worker",
			term: t("worker"),
			description: <Link href={`/admin/workers/${workerId}`}>{workerName || workerId}</Link>,
		},
		{ term: t("month"), description: format.month(month) },
		{ term: t("until"), description: format.dateTime(cutoffAt) },
		{ term: t("issued"), description: format.dateTime(issuedAt) },
		{ term: t("account"), description: transfers.data?.account ?? t("noAccount") },
		{ term: t("policies"), description: t("version", { version: moneyPolicyVersion }) },
	];
	return (
		<>
			<PageHeader
				back={{ href: "/admin/money/payouts", label: t("back") }}
				title={t("title", { number })}
				status={<PayoutStatus status={status} />}
				actions={
					<>
						{(status === "rejected" || status === "issued") && !isDoubtful && (
							<Button look="primary" onClick={() => setSending(true)}>
								{t("send")}
							</Button>
						)}
						{status === "sending" && <AskGoldHat payoutId={payoutId} />}
						<a className={buttonLook({ look: "secondary" })} href={`/api/files/payout/${payoutId}?locale=${locale}`}>
							<FileText aria-hidden className="size-4" />
							PDF
						</a>
					</>
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[3fr_2fr]">
				<Card>
					<DescriptionList items={facts} className="mb-6" />
					<PayoutLines payout={payout.data} orderHref={(orderId) => `/admin/orders/${orderId}`} />
				</Card>
				<Transfers transfers={transfers} />
			</div>
			{sending && <SendAgain payoutId={payoutId} amount={amount} onClose={() => setSending(false)} />}
		</>
	);
}
