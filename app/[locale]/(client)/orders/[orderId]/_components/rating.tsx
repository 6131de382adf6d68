"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { later } from "@/app/_ui/later";
import { Stars } from "@/app/_ui/star-rating";
import type { Order } from "../../_components/types";

const RatingForm = later(() => import("./rating-form"));

/** The rating that was given, or the form for it once the order is done. */
export function Rating({ order }: { order: Order }) {
	const t = useTranslations("orders.rate");
	if (order.rating) {
		return (
			<Card aria-label={t("given")}>
				<CardHeader title={t("given")} className="mb-2" />
				<Stars value={order.rating.stars} />
				{order.rating.words && <p className="wrap-anywhere mt-2 whitespace-pre-line">{order.rating.words}</p>}
			</Card>
		);
	}
	return order.mayRate ? <RatingForm orderId={order.orderId} /> : null;
}
