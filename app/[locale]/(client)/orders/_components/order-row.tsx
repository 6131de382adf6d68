"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { ServiceIcon } from "@/app/_ui/service-icon";
import type { OrderState } from "@/server/contexts/ordering/contracts";
import { OrderStatePill } from "./order-state";
import type { OrderCard } from "./types";

const over: readonly OrderState[] = ["completed", "failed", "cancelled"];

/** An order in a list of what comes or has been. */
export function OrderRow({ order }: { order: OrderCard }) {
	const t = useTranslations("orders.list");
	const locale = useLocale();
	const format = useFormat();
	const amount = over.includes(order.state) ? order.owed : order.price;
	return (
		<li
			data-live
			className="relative flex items-center gap-4 px-4 py-3 transition-colors first:rounded-t-md last:rounded-b-md hover:bg-hover sm:px-6"
		>
			<ServiceIcon name={order.icon} className="size-5 shrink-0 text-muted" />
			<div className="min-w-0 flex-1 sm:flex sm:items-center sm:gap-6">
				<div className="min-w-0 flex-1">
					<p className="truncate font-medium">
						<Link look="plain" href={`/orders/${order.orderId}`} className="after:absolute after:inset-0">
							{order.serviceName[locale]}
						</Link>
					</p>
					<p className="figures truncate text-muted text-sm">
						{format.dateTime(order.startsAt)}
						{order.worker && <span className="max-sm:hidden"> · {t("by", { name: order.worker.name })}</span>}
					</p>
				</div>
				<span className="mt-1 inline-flex sm:mt-0">
					<OrderStatePill state={order.state} />
				</span>
			</div>
			{amount !== null && (
				<span data-figures className="w-20 shrink-0 text-right font-medium">
					{format.money(amount)}
				</span>
			)}
			<ChevronRight aria-hidden className="size-4 shrink-0 text-muted max-sm:hidden" />
		</li>
	);
}
