"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import type { Order } from "../../_components/types";

export function OrderFacts({ order }: { order: Order }) {
	const t = useTranslations("orders.order");
	const locale = useLocale();
	const format = useFormat();
	const { place, contact } = order;
	return (
		<Card aria-label={t("details")}>
			<CardHeader title={t("details")} />
			<DescriptionList
				items={[
					{
						term: t("when"),
						description: (
							<>
								<span className="inline-block first-letter:uppercase">{format.weekday(order.startsAt)}</span>
								{", "}
								<span className="figures">{format.time(order.startsAt)}</span>
							</>
						),
					},
					{ term: t("takes"), description: format.duration(order.durationMinutes) },
					{ term: t("where"), description: `${place.zoneName[locale]}, ${place.address}` },
					...(place.note ? [{ term: t("note"), description: place.note }] : []),
					{ term: t("contact"), description: `${contact.name}, ${contact.phone}` },
					{ term: t("wish"), description: <span className="whitespace-pre-line">{order.description}</span> },
					{ term: t("placed"), description: format.dateTime(order.placedAt) },
				]}
			/>
		</Card>
	);
}
