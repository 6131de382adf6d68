"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { FailedOrder } from "./failed-order";
import { LiveOrder } from "./live-order";
import { OrderRow } from "./order-row";

/** What went wrong and wants a decision, what is going on, what comes next, and what has been. */
export function Dashboard() {
	const t = useTranslations("orders.list");
	const trpc = useTRPC();
	const live = useQuery(trpc.ordering.getDashboard.queryOptions());
	const past = useInfiniteQuery(
		trpc.ordering.listPastOrders.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const ended = past.data?.pages.flatMap((page) => page.orders) ?? [];
	const { failed = [], now = [], next = [] } = live.data ?? {};
	const nothing = live.isSuccess && past.isSuccess && [failed, now, next, ended].every((list) => list.length === 0);
	if (nothing) {
		return (
			<>
				<PageHeader title={t("title")} className="sr-only" />
				<EmptyState title={t("empty")} picture={<NapCat className="w-48" />} action={<Request />}>
					{t("emptyHelp")}
				</EmptyState>
			</>
		);
	}
	return (
		<>
			<PageHeader title={t("title")} actions={<Request />} />
			<div className="space-y-10">
				{live.isError && <ErrorState error={live.error} retry={() => void live.refetch()} />}
				{live.isPending && <SkeletonCards cards={2} />}
				{failed.length > 0 && (
					<div className="space-y-4">
						{failed.map((order) => (
							<FailedOrder key={order.orderId} order={order} />
						))}
					</div>
				)}
				{now.length > 0 && (
					<Section title={t("now")}>
						<ul className="space-y-4">
							{now.map((order) => (
								<LiveOrder key={order.orderId} order={order} />
							))}
						</ul>
					</Section>
				)}
				{next.length > 0 && (
					<Section title={t("next")}>
						<Rows>
							{next.map((order) => (
								<OrderRow key={order.orderId} order={order} />
							))}
						</Rows>
					</Section>
				)}
				<Section title={t("past")}>
					{past.isError && <ErrorState error={past.error} retry={() => void past.refetch()} />}
					{past.isPending && <SkeletonCards cards={1} />}
					{past.isSuccess && ended.length === 0 && <p className="text-muted">{t("noPast")}</p>}
					{ended.length > 0 && (
						<Rows>
							{ended.map((order) => (
								<OrderRow key={order.orderId} order={order} />
							))}
						</Rows>
					)}
					{past.hasNextPage && (
						<div className="mt-4 flex justify-center">
							<Button onClick={() => void past.fetchNextPage()} pending={past.isFetchingNextPage}>
								{t("more")}
							</Button>
						</div>
					)}
				</Section>
			</div>
		</>
	);
}

function Request() {
	const t = useTranslations("orders.list");
	return (
		<Button asChild look="primary">
			<Link look="plain" href="/orders/new">
				<Plus aria-hidden />
				{t("request")}
			</Link>
		</Button>
	);
}

function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section aria-label={title}>
			<h2 className="mb-3 font-semibold text-lg">{title}</h2>
			{children}
		</section>
	);
}

const Rows = ({ children }: { children: ReactNode }) => (
	<ul className="divide-y divide-line rounded-md border border-line bg-surface">{children}</ul>
);
