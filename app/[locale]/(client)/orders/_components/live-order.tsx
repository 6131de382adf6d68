"use client";

import { useLocale, useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { after, minutes } from "@/server/kernel/clock";
import { photoOf } from "./files";
import { OrderProgress } from "./order-progress";
import type { OrderCard } from "./types";

/** An order that is going on: what, when, who, and how far. The whole card leads to its page. */
export function LiveOrder({ order }: { order: OrderCard }) {
	const t = useTranslations("orders.list");
	const locale = useLocale();
	const format = useFormat();
	const end = after(order.startsAt, minutes(order.durationMinutes));
	return (
		<li
			data-live
			className="relative rounded-md border border-line bg-surface p-4 transition-colors hover:border-edge sm:p-6"
		>
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
				<div className="flex min-w-0 gap-3">
					<ServiceIcon name={order.icon} className="mt-0.5 size-6 shrink-0 text-muted" />
					<div className="min-w-0">
						<h3 className="font-semibold text-base">
							<Link look="plain" href={`/orders/${order.orderId}`} className="after:absolute after:inset-0">
								{order.serviceName[locale]}
							</Link>
						</h3>
						<p className="text-muted">
							<span className="inline-block first-letter:uppercase">{format.weekday(order.startsAt)}</span>
							{", "}
							<span className="figures">{format.timeRange(order.startsAt, end)}</span>
						</p>
					</div>
				</div>
				{order.cancelling ? (
					<Badge tone="warn">{t("cancelling")}</Badge>
				) : (
					order.worker && (
						<PersonName
							name={order.worker.name}
							cat={{ breed: order.worker.breed, coat: order.worker.coat, seed: order.worker.workerId }}
							photo={photoOf(order.worker.photoId)}
						/>
					)
				)}
			</div>
			{order.waiting && <p className="mt-4 text-muted text-sm">{t("waiting")}</p>}
			<div className="mt-6">
				<OrderProgress order={order} />
			</div>
		</li>
	);
}
