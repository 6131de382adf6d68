"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import type { Order } from "../../_components/types";

/** What it costs: about, then exactly, and in the end what is to be paid. Below it what changes that, such as cancelling. */
export function OrderPrice({ order, children }: { order: Order; children?: ReactNode }) {
	const t = useTranslations("orders.order");
	const format = useFormat();
	const { price, ended } = order;
	const strong = (amount: bigint) => <span className="font-semibold text-lg">{format.money(amount)}</span>;
	return (
		<Card aria-label={t("price")}>
			<LiveGlow watch={`${price?.fixed} ${ended?.owed}`} className="-m-3 p-3">
				<CardHeader title={t("price")} className="mb-2" />
				<DescriptionList
					bill
					items={[
						...(price && price.discountPercent > 0
							? [
									{ key: "list", term: t("listPrice"), description: format.money(price.listPrice) },
									{
										key: "discount",
										term: t("discount", { percent: format.percent(price.discountPercent) }),
										description: format.money(price.price - price.listPrice),
									},
								]
							: []),
						...(price && price.price !== ended?.owed
							? [{ key: "price", term: t(price.fixed ? "total" : "about"), description: strong(price.price) }]
							: []),
						...(ended ? [{ key: "owed", term: t("owed"), description: strong(ended.owed) }] : []),
					]}
				/>
				{price && !price.fixed && <p className="mt-2 text-muted text-sm">{t("approximate")}</p>}
				{price?.fixed && !ended && <p className="mt-2 text-muted text-sm">{t("fixedSince")}</p>}
				{ended && ended.owed > 0n && <p className="mt-2 text-muted text-sm">{t("onBill")}</p>}
				{ended?.owed === 0n && <p className="mt-2 text-muted text-sm">{t("owedNothing")}</p>}
			</LiveGlow>
			{children && <div className="mt-6">{children}</div>}
		</Card>
	);
}
