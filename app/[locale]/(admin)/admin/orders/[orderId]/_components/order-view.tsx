"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { OrderStatePill } from "../../../_components/order-state";
import { JobPanel } from "./job-panel";
import { KitPanel } from "./kit-panel";
import { MatchPanel } from "./match-panel";
import { MoneyPanel } from "./money-panel";
import { OrderFacts } from "./order-facts";
import { Overrides } from "./overrides";
import { StoryPanel } from "./story-panel";

/** Everything about one order, as each context tells it, and what a manager may do about it. */
export function OrderView({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order");
	const trpc = useTRPC();
	const { data: order } = useSuspenseQuery(trpc.ordering.officeOrder.queryOptions({ orderId }));
	return (
		<>
			<PageHeader
				title={t("title", { number: String(order.number) })}
				status={<OrderStatePill state={order.state} />}
				back={{ href: "/admin/orders", label: t("back") }}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="space-y-6">
					<OrderFacts order={order} />
					<JobPanel orderId={orderId} />
					<MoneyPanel orderId={orderId} />
					<MatchPanel orderId={orderId} />
					<KitPanel orderId={orderId} />
				</div>
				<div className="space-y-6">
					<Overrides orderId={orderId} mayCancel={order.mayCancel} />
					<StoryPanel orderId={orderId} />
				</div>
			</div>
		</>
	);
}
