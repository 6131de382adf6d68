"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { OwedLine as Owed } from "./types";

type Line = Omit<Owed, "postedAt">;

const words = {
	reversal: "correction",
	credit: "waived",
	"credit-reversal": "waiverTakenBack",
	"credit-withdrawn": "waiverTakenBack",
} as const;

/** One order on the coming invoice: what, when, how it ended, and how its amount comes about. */
export function OwedLine({ line }: { line: Line }) {
	const t = useTranslations("billing");
	const locale = useLocale();
	const format = useFormat();
	const { orderId, orderNumber, serviceName, startsAt, outcome, kind, listPrice, discountPercent, amount } = line;
	const what = kind === "charge" ? t(`outcomes.${outcome}`) : t(`invoice.${words[kind]}`);
	const about = [t("order", { number: String(orderNumber) }), format.dayMonth(startsAt), what];
	return (
		<li className="flex items-baseline justify-between gap-4 py-3 first:pt-0">
			<div className="min-w-0">
				<Link href={`/orders/${orderId}`} className="wrap-anywhere">
					{serviceName[locale]}
				</Link>
				<p className="figures text-muted text-sm">{about.join(" · ")}</p>
			</div>
			<div data-figures className="shrink-0 text-right">
				<p className="font-medium">{format.money(amount)}</p>
				{discountPercent > 0 && (
					<p className="text-muted text-sm">
						{t("owed.discount", { price: format.money(listPrice), percent: format.percent(discountPercent) })}
					</p>
				)}
			</div>
		</li>
	);
}
