"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { Panel } from "./panel";

/** The kits of the order, one for each assignment, and its one cookie. */
export function KitPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.kit");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const query = useQuery(trpc.supplies.officeOrder.queryOptions({ orderId }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{({ kits, cookie }) =>
				kits.length === 0 ? null : (
					<div className="space-y-4">
						{kits.map((kit) => (
							<section key={kit.kitId}>
								<h3 className="flex flex-wrap items-center gap-2 font-medium">
									{t("of", { worker: kit.workerName })}
									<Badge tone={kit.state === "issued" || kit.state === "used" ? "good" : "neutral"}>
										{t(`states.${kit.state}`)}
									</Badge>
									{kit.returnDue && <Badge tone="warn">{t("returnDue")}</Badge>}
								</h3>
								<ul className="mt-1 text-muted">
									{kit.items.map((item) => (
										<li key={item.position}>
											{item.quantity} × {item.name?.[locale] ?? t(`items.${item.kind}`)}
											{item.tickedAt && ` (${t("ticked")})`}
										</li>
									))}
								</ul>
							</section>
						))}
						{cookie && (
							<p>
								{t("cookie")}:{" "}
								{t(`cookieStates.${cookie.state}`, {
									at: format.time(cookie.arrivedAt ?? cookie.expectedAt ?? cookie.giveUpAt),
								})}
							</p>
						)}
					</div>
				)
			}
		</Panel>
	);
}
