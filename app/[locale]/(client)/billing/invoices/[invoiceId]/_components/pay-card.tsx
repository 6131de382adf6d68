"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ShownInvoice } from "../../../_components/types";
import { PayButton } from "./pay-button";

/** What is left to pay, what was tried, and the ways to pay it now. */
export function PayCard({ invoice }: { invoice: ShownInvoice }) {
	const t = useTranslations("payments.pay");
	const format = useFormat();
	const trpc = useTRPC();
	const method = useQuery(trpc.billing.paymentMethod.queryOptions());
	const { invoiceId, number, status, due, dueAt, transferTo } = invoice;
	if (due === 0n) return null;
	const card = method.data?.chosen && method.data.chosen.kind !== "bank-transfer";
	return (
		<Card aria-label={t("title")}>
			<CardHeader title={t("title")} className="mb-2" />
			<p data-figures className="mb-4 font-semibold text-2xl tracking-tight">
				{format.money(due)}
			</p>
			<Standing invoice={invoice} />
			{status !== "collecting" && (
				<div className="mt-4 space-y-4">
					{card ? (
						<>
							<PayButton invoiceId={invoiceId} due={due} />
							<p>
								<Link href="/billing#method">{t("otherCard")}</Link>
							</p>
						</>
					) : (
						<Link href="/billing#method">{t("chooseCard")}</Link>
					)}
					<p className="text-muted text-sm">
						{t("transfer", { to: transferTo, number })} {status === "issued" && t("until", { day: format.date(dueAt) })}
					</p>
				</div>
			)}
		</Card>
	);
}

/** In a sentence: what happened, what it means, what comes next. */
function Standing({ invoice: { status, overdueAt, payments } }: { invoice: ShownInvoice }) {
	const t = useTranslations("payments.pay");
	const last = payments.at(-1);
	const refused = last?.state === "refused" ? t("refused", { reason: last.reason ?? "" }) : null;
	if (status === "collecting") {
		return (
			<Notice tone="info" live title={t("collecting")}>
				{t(last?.state === "intent" ? "collectingHelp" : "waitingHelp")}
			</Notice>
		);
	}
	if (overdueAt) {
		return (
			<Notice tone="bad" live title={t("overdue")}>
				{refused && <p>{refused}</p>}
				<p>{t("overdueHelp")}</p>
			</Notice>
		);
	}
	if (!refused) return null;
	return (
		<Notice tone="warn" live title={refused}>
			{t(status === "failed" ? "retryHelp" : "otherCardHelp")}
		</Notice>
	);
}
