"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Line = inferOutput<ReturnType<typeof useTRPC>["billing"]["workerStatement"]>["lines"][number];

/** One entry of a worker's account: which job, why, how much; what was taken back stays and says so. */
export function MoneyLine({ line }: { line: Line }) {
	const t = useTranslations("money");
	const locale = useLocale();
	const format = useFormat();
	const { order, payout, bonusReason, at, amount, isReversal, isReversed } = line;
	return (
		<li className="flex items-start justify-between gap-4 py-3">
			<div className="min-w-0">
				{order && (
					<Link href={`/jobs/${order.orderId}`} className="wrap-anywhere inline-flex min-h-6 items-center">
						{order.serviceName[locale]}
					</Link>
				)}
				{payout && (
					<Link href={`/jobs/money/payouts/${payout.payoutId}`} className="inline-flex min-h-6 items-center">
						{t("line.payout", { number: payout.number })}
					</Link>
				)}
				<p className="figures text-muted text-sm">
					{[kindOf(line), order && t("line.job", { number: String(order.orderNumber) })].filter(Boolean).join(" · ")}
				</p>
				<p className="figures text-muted text-sm">{format.dateTime(at)}</p>
				{order && line.kind === "penalty" && (
					<p className="wrap-anywhere mt-1 text-sm">
						{[t(`reasons.${order.reason}`), order.words].filter(Boolean).join(": ")}
					</p>
				)}
				{bonusReason && <p className="wrap-anywhere mt-1 text-sm">{bonusReason}</p>}
				{isReversed && <Badge className="mt-1">{t("line.takenBack")}</Badge>}
			</div>
			<p
				data-figures
				className={cn(
					"shrink-0 font-semibold",
					line.kind === "penalty" && !isReversal && "text-bad",
					isReversed && "text-muted",
				)}
			>
				{format.money(amount, { plus: true })}
			</p>
		</li>
	);

	function kindOf({ kind }: Line): string {
		if (isReversal) return t("line.reversal");
		if (kind === "payout") return "";
		const isKnown = kind === "earning" || kind === "penalty" || kind === "bonus" || kind === "overpayment";
		return isKnown ? t(`line.${kind}`) : t("line.other");
	}
}
