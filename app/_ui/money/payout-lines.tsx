"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "../format/format-provider";
import { Link } from "../link";
import type { useTRPC } from "../query/trpc";

type Payout = inferOutput<ReturnType<typeof useTRPC>["billing"]["getPayout"]>;
type Line = Payout["lines"][number];

/** What a payout is made of: the debt it began with, each line with its order or its reason, and what is paid. */
export function PayoutLines({ payout, orderHref }: { payout: Payout; orderHref: (orderId: string) => string }) {
	const t = useTranslations("payouts.statement");
	const format = useFormat();
	const { carriedIn, carriedOut, amount, lines } = payout;
	return (
		<>
			<ul aria-label={t("lines")} className="divide-y divide-line">
				{carriedIn < 0n && (
					<li className="flex items-baseline justify-between gap-4 py-3">
						<span>{t("carriedIn")}</span>
						<span data-figures className="shrink-0 font-medium text-bad">
							{format.money(carriedIn)}
						</span>
					</li>
				)}
				{lines.map((line) => (
					<PayoutLine key={line.id} line={line} orderHref={orderHref} />
				))}
			</ul>
			<p className="mt-3 flex items-baseline justify-between gap-4 border-edge border-t pt-3 font-semibold text-lg">
				<span>{t("toPay")}</span>
				<span data-figures>{format.money(amount)}</span>
			</p>
			{carriedOut < 0n && (
				<p className="mt-2 text-muted text-sm">{t("carriedOut", { debt: format.money(carriedOut) })}</p>
			)}
		</>
	);
}

function PayoutLine({ line, orderHref }: { line: Line; orderHref: (orderId: string) => string }) {
	const t = useTranslations("payouts.statement");
	const locale = useLocale();
	const format = useFormat();
	const { kind, isReversal, order, bonusReason, at, amount } = line;
	return (
		<li className="flex items-start justify-between gap-4 py-3">
			<div className="min-w-0">
				<p className="wrap-anywhere">
					{order ? (
						<Link href={orderHref(order.orderId)} className="inline-flex min-h-6 items-center">
							{order.serviceName[locale]}
						</Link>
					) : (
						(bonusReason ?? t("line", { kind }))
					)}
				</p>
				<p className="figures text-muted text-sm">
					{[t(isReversal ? "reversal" : "line", { kind }), order && t("order", { number: String(order.orderNumber) })]
						.filter(Boolean)
						.join(" · ")}
				</p>
				<p className="figures text-muted text-sm">{format.dateTime(at)}</p>
			</div>
			<span data-figures className="shrink-0 font-medium">
				{format.money(amount, { plus: true })}
			</span>
		</li>
	);
}
