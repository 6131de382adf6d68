"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { OrderStatePill } from "../../_components/order-state";
import { filterOf } from "./filter";
import { OrdersFilter } from "./orders-filter";

/** Every order, filtered by the address, more of them on demand. */
export function OrdersTable() {
	const t = useTranslations("office.orders");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const filter = filterOf(useSearchParams());
	const orders = useInfiniteQuery(
		trpc.ordering.officeOrders.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
	);
	const rows = orders.data?.pages.flatMap((page) => page.orders) ?? [];
	const filtered = Boolean(filter.state ?? filter.search);
	return (
		<>
			<OrdersFilter />
			{orders.isError && <ErrorState error={orders.error} retry={() => void orders.refetch()} />}
			{orders.isPending && <SkeletonRows />}
			{orders.isSuccess && rows.length === 0 && (
				<EmptyState title={t(filtered ? "empty" : "none")} picture={<NapCat className="w-40" />}>
					{t(filtered ? "emptyHelp" : "noneHelp")}
				</EmptyState>
			)}
			{rows.length > 0 && (
				<Table caption={t("caption")}>
					<TableHead>
						<Column numeric>{t("columns.number")}</Column>
						<Column>{t("columns.state")}</Column>
						<Column>{t("columns.service")}</Column>
						<Column>{t("columns.client")}</Column>
						<Column>{t("columns.start")}</Column>
						<Column>{t("columns.worker")}</Column>
						<Column numeric>{t("columns.price")}</Column>
					</TableHead>
					<TableBody>
						{rows.map((order) => (
							<Row key={order.orderId}>
								<Cell header numeric>
									<Link href={`/admin/orders/${order.orderId}`}>{order.number}</Link>
								</Cell>
								<Cell>
									<OrderStatePill state={order.state} />
								</Cell>
								<Cell>{order.serviceName[locale]}</Cell>
								<Cell>{order.clientName}</Cell>
								<Cell className="figures whitespace-nowrap">{format.dateTime(order.startsAt)}</Cell>
								<Cell>{order.worker?.name ?? (order.waitingReason ? t("waitingNow") : "–")}</Cell>
								<Cell numeric>{order.price === null ? "–" : format.money(order.price)}</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			)}
			{orders.hasNextPage && (
				<div className="mt-4 flex justify-center">
					<Button onClick={() => void orders.fetchNextPage()} pending={orders.isFetchingNextPage}>
						{t("more")}
					</Button>
				</div>
			)}
		</>
	);
}
