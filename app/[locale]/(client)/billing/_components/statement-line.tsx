"use client";

import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { StatementLine as Line } from "./types";

/** One line of the statement: what for, when, how much; what was taken back stays and says so. */
export function StatementLine({ line }: { line: Line }) {
	const t = useTranslations("billing.statement");
	const format = useFormat();
	return (
		<li className="flex items-baseline justify-between gap-4 py-3">
			<div className="min-w-0">
				<p className="wrap-anywhere">
					<What line={line} />
				</p>
				<OrderWords line={line} />
				<p className="figures text-muted text-sm">{format.dateTime(line.at)}</p>
				{line.isReversed && <Badge className="mt-1">{t("takenBack")}</Badge>}
			</div>
			<p data-figures className={cn("shrink-0 font-medium", line.isReversed && "text-muted")}>
				{format.money(line.amount, { plus: true })}
			</p>
		</li>
	);
}

function What({ line }: { line: Line }) {
	const t = useTranslations("billing.statement");
	const locale = useLocale();
	if (line.order) {
		const service = line.order.serviceName[locale];
		return (
			<Link href={`/orders/${line.order.orderId}`}>{t(line.isReversal ? "reversal" : "charge", { service })}</Link>
		);
	}
	if (line.invoice) {
		const words = line.kind === "payment" ? (["payment", "paymentBack"] as const) : (["refund", "refundBack"] as const);
		const word = words[line.isReversal ? 1 : 0];
		return <Link href={`/billing/invoices/${line.invoice.invoiceId}`}>{t(word, { number: line.invoice.number })}</Link>;
	}
	if (line.waiver) {
		const { orderId, reason } = line.waiver;
		return <Link href={`/orders/${orderId}`}>{line.isReversal ? t("waiverBack") : t("waiver", { reason })}</Link>;
	}
	if (line.kind === "charge-back") return t("chargeBack");
	return t(line.kind === "opening-payment" ? "opening-payment" : "opening-charge");
}

function OrderWords({ line: { order } }: { line: Line }) {
	const t = useTranslations("billing");
	if (!order) return null;
	const outcome = t(`outcomes.${order.outcome}`);
	return (
		<p className="figures text-muted text-sm">{t("statement.order", { number: String(order.orderNumber), outcome })}</p>
	);
}
