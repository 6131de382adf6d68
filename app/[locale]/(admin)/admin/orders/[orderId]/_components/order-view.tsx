"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { after, minutes } from "@/server/kernel/clock";
import type { OrderId } from "@/server/kernel/ids";
import { OrderStatePill } from "../../../_components/order-state";
import { JobPanel } from "./job-panel";
import { KitPanel } from "./kit-panel";
import { MatchPanel } from "./match-panel";
import { MoneyPanel } from "./money-panel";
import { OrderFacts } from "./order-facts";
import { OverrideMenu } from "./override-menu";
import { StoryPanel } from "./story-panel";

/** Everything about one order, as each context tells it, and what a manager may do about it. */
export function OrderView({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office");
	const locale = useLocale();
	const format = useFormat();
	const { data: order } = useSuspenseQuery(useTRPC().ordering.officeOrder.queryOptions({ orderId }));
	const { startsAt, durationMinutes } = order;
	const when = `${format.date(startsAt)}, ${format.timeRange(startsAt, after(startsAt, minutes(durationMinutes)))}`;
	return (
		<>
			<PageHeader
				title={t("order.title", { number: String(order.number) })}
				status={<OrderStatePill state={order.state} />}
				help={`${order.serviceName[locale]} · ${when}`}
				back={{ href: "/admin/orders", label: t("order.back") }}
				actions={<OverrideMenu orderId={orderId} mayCancel={order.mayCancel} />}
			/>
			<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="space-y-6">
					{order.waitingReason && order.state === "placed" && (
						<Notice tone="warn">{t(`waiting.${order.waitingReason}`)}</Notice>
					)}
					{order.cancellationRequestedAt && order.state !== "cancelled" && (
						<Notice tone="info">{t("order.cancelAsked")}</Notice>
					)}
					<OrderFacts order={order} />
					<MatchPanel orderId={orderId} />
					<MoneyPanel order={order} />
					<div className="grid grid-cols-1 items-start gap-6 2xl:grid-cols-2">
						<JobPanel orderId={orderId} />
						<KitPanel orderId={orderId} />
					</div>
				</div>
				<StoryPanel orderId={orderId} />
			</div>
		</>
	);
}
