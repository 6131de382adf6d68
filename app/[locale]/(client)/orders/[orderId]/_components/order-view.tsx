"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ErrorState } from "@/app/_ui/error-state";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { OrderAgain } from "../../_components/order-again";
import { OrderProgress } from "../../_components/order-progress";
import { OrderStatePill } from "../../_components/order-state";
import { CancelOrder } from "./cancel-order";
import { OrderFacts } from "./order-facts";
import { OrderNotices } from "./order-notices";
import { OrderPhotos } from "./order-photos";
import { OrderPrice } from "./order-price";
import { OrderTimeline } from "./order-timeline";
import { Rating } from "./rating";
import { WorkerCard } from "./worker-card";

/** Everything about one order, and what can be done with it now. */
export function OrderView({ orderId }: { orderId: string }) {
	const t = useTranslations("orders.order");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: order, error, refetch } = useQuery(trpc.ordering.getOrder.queryOptions({ orderId }));
	if (error) return <ErrorState error={error} retry={() => void refetch()} />;
	if (!order) return <SkeletonCards cards={3} />;
	const stopped = order.state === "failed" || order.state === "cancelled";
	return (
		<>
			<PageHeader
				title={order.service.name[locale]}
				status={
					<LiveGlow watch={order.state}>
						<OrderStatePill state={order.state} size="large" />
					</LiveGlow>
				}
				help={t("number", { number: order.number })}
				back={{ href: "/orders", label: t("back") }}
				actions={
					order.mayOrderAgain &&
					order.state !== "failed" && <OrderAgain order={{ orderId: order.orderId, ...order.service, failed: false }} />
				}
			/>
			<div className="space-y-6">
				<OrderNotices order={order} />
				{!stopped && (
					<section className="rounded-md border border-line bg-surface p-4 sm:p-6">
						<OrderProgress order={order} />
					</section>
				)}
				<div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
					<div className="space-y-6">
						<WorkerCard order={order} />
						<Rating order={order} />
						<OrderFacts order={order} />
						<OrderPhotos order={order} />
					</div>
					<div className="space-y-6">
						<OrderPrice order={order}>
							{order.cancellation.possible && <CancelOrder orderId={order.orderId} price={order.price?.price} />}
						</OrderPrice>
						<OrderTimeline orderId={order.orderId} />
					</div>
				</div>
			</div>
		</>
	);
}
